using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Rules;

namespace DhpConformance.Reporting.Reading;

/// <summary>
/// Says where results count what cannot be: less than nothing, more than there is, or so much that a sum of it over all
/// shards of a run would not fit a number.
/// </summary>
internal static class ImpossibleCount
{
    // Far more than a year of cases: 100,000 shards of it still add up.
    private const long Most = 1_000_000_000_000;

    // What a scope may have at most, so that its transitions can be counted and its shards merged.
    private const int MostStates = 1_000_000_000;
    private const int MostRequests = 1_000_000;

    /// <summary>The first of these, as a sentence; null if there is none.</summary>
    public static string? In(RunResults results)
    {
        var (settings, times) = (results.Settings, results.Times);
        return Outside("the run has", settings.Cases, "cases for each profile", settings.Scope is null ? 1 : 0)
            ?? Outside("the run has", settings.Length, "operations in each case", settings.Scope is null ? 1 : 0)
            ?? Outside("the run has", settings.Remembered, "remembered cases")
            ?? Outside("the run took", times.ElapsedMilliseconds, "milliseconds")
            ?? Outside("the run had", times.Threads, "threads")
            ?? First(times.ProfileMilliseconds, time => Outside("a profile took", time, "milliseconds"))
            ?? First(results.Profiles, profile => Profile(profile, settings) is { } flaw
                ? $"{profile.Profile.Name}: {flaw}"
                : null);
    }

    private static string? Profile(ProfileResult profile, RunSettings settings) =>
        Outside("there are", profile.Cases, "cases", 0, MostCases(profile, settings))
        ?? Outside("there are", profile.Operations, "operations")
        ?? Outside("there are", profile.EndedEarly, "cases that ended early", 0, profile.Cases)
        ?? Outside("there are", profile.Undecided, "cases that ended undecided", 0, profile.Cases)
        ?? First(profile.Lengths, length =>
            Outside("a case has", length.Operations, "operations")
            ?? Outside("there are", length.Cases, "cases of a length", 0, profile.Cases))
        ?? First(profile.Rules, rule => Rule(rule, settings))
        ?? First(profile.Failures, failure => Failure(failure, profile))
        ?? First(profile.Coverage, cell => Outside("there are", cell.Count, "cases of a situation"))
        ?? First(profile.CoverageGoals, cell => Outside("there are", cell.Count, "cases of an occasion"))
        ?? (profile.Sizes is { } sizes ? Sizes(sizes, profile) : null)
        ?? First(profile.Scopes ?? [], scope => Scope(scope, settings));

    // A rule passes because it was put to the test.
    private static string? Rule(RuleResult rule, RunSettings settings) =>
        Outside($"{rule.Rule} was put to the test", rule.Reached, "times")
        ?? Outside($"{rule.Rule} would be put to the test", rule.ReachedIfMended ?? 0, "times")
        ?? (rule.Verdict == Verdict.Pass && rule.Reached < (settings.Scope is null ? RuleResult.Enough : 1)
            ? $"{rule.Rule} passes, and was put to the test {rule.Reached} times, which is not enough."
            : null);

    // A rule that asks for a size passes because a case came to it.
    private static string? Sizes(ReachedSizes sizes, ProfileResult profile) =>
        First(sizes.Goals, cell =>
            Outside($"{Words.Of(cell.Goal)} was reached in", cell.Cases, "cases", 0, profile.Cases))
        ?? Outside("a server has", sizes.Largest.Partitions, "partitions")
        ?? Outside("a server has", sizes.Largest.Units, "units")
        ?? Outside("a partition has", sizes.Largest.ActiveProcessors, "active processors")
        ?? Outside("a partition has", sizes.Largest.Groups, "groups")
        ?? Outside("a partition has", sizes.Largest.MemoryBytes, "bytes of memory", 0, long.MaxValue)
        ?? Outside("a partition has", sizes.Largest.Consumers, "consumers")
        ?? Outside("a case has", sizes.Largest.HotOperations, "hot operations")
        ?? Outside("a case has", sizes.Largest.CarriedOut, "hot operations that were carried out")
        ?? First(sizes.Outcomes, cell => Outside("there are", cell.Count, "answers of a kind"))
        ?? First(sizes.Distributions.SelectMany(distribution => distribution.Bands), band =>
            Outside("there are", band.Cases, "cases of a size", 0, profile.Cases)
            ?? (band.To is { } end ? Outside("a size is", end, "at most", 0, long.MaxValue) : null))
        ?? First(profile.Rules.Where(rule => rule.Verdict == Verdict.Pass), rule =>
            RuleCatalog.Find(rule.Rule) is { } known && sizes.Missing(known) is { } missing
                ? $"{rule.Rule} passes, and no case reached {Words.Of(missing.Goal)}, for which it asks."
                : null);

    private static string? Failure(Failure failure, ProfileResult profile) =>
        Outside("a failure is of case", failure.Case, "")
        ?? Outside("a failure was found after", failure.FoundAfter, "operations")
        ?? Outside("a failure was made small in", failure.ShrinkExecutions, "trials")
        ?? Outside("a failure broke", failure.BrokenCases, "cases", 0, failure.OneOff ? profile.Cases : 0)
        ?? First(failure.Others ?? [], other =>
            Outside("another cause is of case", other.Case, "") ?? Outside("another cause is of step", other.Step, ""))
        ?? (failure.Answers.Length > failure.Operations.Length
            ? $"a failure has {failure.Operations.Length} operations, and {failure.Answers.Length} answers to them."
            : null);

    private static string? Scope(ScopeResult scope, RunSettings settings)
    {
        var shard = settings.Shard is { } text ? Shard.Parse(text) : Shard.Whole;
        var share = (scope.Histories - shard.Number + shard.Count) / shard.Count;
        return Outside("a scope has", scope.States, "states", 0, MostStates)
            ?? Outside("a scope has", scope.Histories, "histories", scope.States, MostStates)
            ?? Outside("a scope has", scope.Requests, "requests", 0, MostRequests)
            ?? Outside("the share has", scope.Share, "states", share, share)
            ?? Outside("there are", scope.Visited, "states visited", 0, scope.Share);
    }

    // Cases of a share are those that were dealt out to it; of a scope each state that was visited is one.
    private static long MostCases(ProfileResult profile, RunSettings settings) =>
        settings.Scope is not null ? (profile.Scopes ?? []).Sum(scope => (long)scope.Visited)
        : settings.Shard is { } shard
            ? new SuiteOptions { Profiles = [], Cases = settings.Cases, Shard = Shard.Parse(shard) }.CasesOfShard
        : settings.Cases;

    private static string? First<T>(IEnumerable<T> all, Func<T, string?> flaw) =>
        all.Select(flaw).FirstOrDefault(one => one is not null);

    private static string? Outside(string what, long count, string of, long least = 0, long most = Most) =>
        count >= least && count <= most
            ? null
            : $"{what} {count} {of}, which cannot be: {least} to {most} can.";
}
