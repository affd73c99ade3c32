using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Engine.Verdicts;
using DhpConformance.Model.Rules;

namespace DhpConformance.Reporting.Reading;

/// <summary>Says where results contradict themselves, or the rules that there are.</summary>
internal static class Contradiction
{
    /// <summary>The first contradiction, as a sentence; null if there is none.</summary>
    public static string? In(RunResults results) =>
        Twice(results.Profiles.Select(profile => profile.Profile.Name)) is { } twice
            ? $"the profile {twice} is listed twice; let `dhp run` write it again."
            : Twice(results.Implementation.Notes?.Select(remark => remark.Rule) ?? []) is { } rule
                ? $"it has two remarks on the rule {rule}; let `dhp run` write it again."
            : Twice(results.Implementation.KnownFailures?.Select(known => known.Rule) ?? []) is { } known
                ? $"it knows of the failure of {known} twice; let `dhp run` write it again."
            : Twice(results.Implementation.Claims.Select(claim => Words.Of(claim))) is { } claim
                ? $"it has the claim {claim} twice; let `dhp run` write it again."
            : results.Profiles
                .Select(profile => Rules(profile, results) ?? Failures(profile) ?? Counts(profile, results)
                    ?? Judgement(profile, results)
                    ?? Headline(profile, results) ?? Cut(profile, results))
                .FirstOrDefault(problem => problem is not null);

    private static string? Rules(ProfileResult profile, RunResults results)
    {
        var asked = results.Settings.Rules.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var listed = profile.Rules.Select(rule => rule.Rule).ToList();
        var expected = RuleCatalog.All.Select(rule => rule.Id)
            .Where(id => asked.Count == 0 || asked.Contains(id)).ToList();
        return Twice(listed) is { } twice ? $"{profile.Profile.Name} lists the rule {twice} twice."
            : listed.Except(expected).FirstOrDefault() is { } stray
                ? $"{profile.Profile.Name} lists the rule {stray}, "
                    + (RuleCatalog.Find(stray) is null ? Unknown(results) : "which was not asked for.")
            : expected.Except(listed).FirstOrDefault() is { } missing
                ? $"{profile.Profile.Name} lists no verdict on the rule {missing}, {Unknown(results)}"
            : null;
    }

    private static string Unknown(RunResults results) =>
        $"and it is of version {results.Suite} of the suite: use that version, or let `dhp run` write it again.";

    private static string? Failures(ProfileResult profile)
    {
        var broken = profile.Failures.Where(failure => !failure.OneOff).Select(failure => failure.Rule).ToHashSet();
        var odd = profile.Rules.FirstOrDefault(rule => broken.Contains(rule.Rule) != (rule.Verdict == Verdict.Fail));
        var judged = profile.Rules.Select(rule => rule.Rule).ToHashSet();
        var stray = profile.Failures.FirstOrDefault(failure => failure.Rule is { } rule && !judged.Contains(rule));
        return odd is not null
            ? $"{profile.Profile.Name} is said to {Words.Of(odd.Verdict)} {odd.Rule}, and "
                + (odd.Verdict == Verdict.Fail ? "no failure of it is listed." : "a failure of it is listed.")
            : profile.Failures.GroupBy(failure => failure.Rule).FirstOrDefault(same => same.Count() > 1) is { } twice
                ? $"{profile.Profile.Name} lists two failures of {twice.Key ?? "no rule"}."
            : stray is not null ? $"{profile.Profile.Name} lists a failure of {stray.Rule}, and no verdict on it."
            : null;
    }

    private static string? Counts(ProfileResult profile, RunResults results) =>
        profile.Coverage.DistinctBy(cell => cell with { Count = 0 }).Count() < profile.Coverage.Length
            || profile.CoverageGoals.DistinctBy(cell => cell.CoverageGoal).Count() < profile.CoverageGoals.Length
            || profile.Lengths.DistinctBy(length => length.Operations).Count() < profile.Lengths.Length
            || (profile.Sizes is { } sizes && IsTwice(sizes))
            ? $"{profile.Profile.Name} counts the same twice."
        : (profile.Scopes is null) != (results.Settings.Scope is null)
            ? $"{profile.Profile.Name} has a scope where the run has none, or none where it has one."
        : (profile.Scopes ?? []).DistinctBy(scope => scope.Server).Count() < (profile.Scopes?.Length ?? 0)
            ? $"{profile.Profile.Name} has a scope twice."
        : null;

    private static bool IsTwice(ReachedSizes sizes) =>
        sizes.Goals.DistinctBy(cell => cell.Goal).Count() < sizes.Goals.Length
        || sizes.Outcomes.DistinctBy(cell => (cell.Operation, cell.Outcome)).Count() < sizes.Outcomes.Length
        || sizes.Distributions.DistinctBy(one => one.Of).Count() < sizes.Distributions.Length
        || sizes.Distributions.Any(one => one.Bands.DistinctBy(band => band.To).Count() < one.Bands.Length);

    // How far a share or a scope was gone through is shown elsewhere: both ends of it are possible here.
    private static string? Judgement(ProfileResult profile, RunResults results)
    {
        var found = profile.Rules.Select(rule => rule.Verdict)
            .Concat(profile.Failures.Where(failure => failure.Rule is null)
                .Select(failure => failure.OneOff ? Verdict.Inconclusive : Verdict.Error));
        var complete = found.Worst();
        var cut = found.Append(Verdict.Inconclusive).Worst();
        var known = results.Settings is { Shard: null, Scope: null };
        Verdict[] possible = !known ? [complete, cut]
            : profile.Cases < results.Settings.Cases ? [cut]
            : [complete];
        return possible.Contains(profile.Verdict)
            ? null
            : $"{profile.Profile.Name} is said to be {Words.Of(profile.Verdict)}, and its rules say "
                + $"{Words.Of(possible[0])}.";
    }

    // Fewer cases than there are to be are said to be so, and why.
    private static string? Cut(ProfileResult profile, RunResults results)
    {
        if (results.Settings.Scope is not null || profile.Stopped is not null || !results.Footer.Complete)
        {
            return null;
        }

        var wanted = new SuiteOptions
        {
            Profiles = [],
            Cases = results.Settings.Cases,
            Shard = results.Settings.Shard is { } shard ? Shard.Parse(shard) : Shard.Whole,
        }.CasesOfShard;
        return profile.Cases == wanted
            ? null
            : $"{profile.Profile.Name} has {profile.Cases} of {wanted} cases, and nothing says why.";
    }

    // The words of another version may be others.
    private static string? Headline(ProfileResult profile, RunResults results)
    {
        if (results.Suite == ConformanceSuite.Version)
        {
            return HeadlineFit.Is(profile, results.Implementation.Traits, results.Settings)
                ? null
                : $"the headline of {profile.Profile.Name} does not follow from what stands below it.";
        }

        var conformant = profile.Verdict == Verdict.Pass && results.Settings is { Rules.IsEmpty: true, Shard: null };
        return (Begins("CONFORMANT") && !conformant) || (Begins("NOT CONFORMANT") && profile.Verdict != Verdict.Fail)
            ? $"the headline of {profile.Profile.Name} contradicts its verdict, {Words.Of(profile.Verdict)}."
            : null;

        bool Begins(string word) => profile.Headline.TrimStart().StartsWith(word, StringComparison.OrdinalIgnoreCase);
    }

    private static string? Twice(IEnumerable<string> names) =>
        names.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1)?.Key;
}
