using System.Collections.Immutable;
using DhpConformance.Engine.Exhaustive;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Verdicts;

namespace DhpConformance.Engine.Merging;

/// <summary>
/// Puts the results of all shares of a run together. They are those that the whole run would have had, but for times.
/// </summary>
public static class ShardMerge
{
    /// <summary>Merges.</summary>
    /// <param name="shares">The results of all shares, one at the least, each with a name for messages.</param>
    /// <exception cref="UnusableFileException">
    /// They are not the shares of one run; the message names what differs or is missing.
    /// </exception>
    public static RunResults Merge(IReadOnlyList<(string Name, RunResults Results)> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        ArgumentOutOfRangeException.ThrowIfLessThan(shares.Count, 1);
        if (ShardDifference.Problem(shares) is { } problem)
        {
            throw new UnusableFileException(problem);
        }

        var parts = shares.Select(share => share.Results).ToList();
        var whole = parts[0] with { Settings = parts[0].Settings with { Shard = null } };
        ImmutableArray<ProfileResult> profiles =
        [
            .. whole.Profiles.Select((_, place) =>
            {
                ImmutableArray<ProfileResult> same = [.. parts.Select(part => part.Profiles[place])];
                return whole.Settings.Scope is null ? Merge(whole, same) : ExploredProfile.Merge(whole, same);
            }),
        ];
        return whole with
        {
            Profiles = profiles,
            Times = new(
                parts.Min(part => part.Times.Started),
                parts.Sum(part => part.Times.ElapsedMilliseconds),
                parts.Max(part => part.Times.Threads))
            {
                ProfileMilliseconds = [.. profiles.Select((_, place) => parts.Sum(part =>
                    part.Times.ProfileMilliseconds.ElementAtOrDefault(place)))],
            },
            Footer = RunFooter.Of(profiles, profiles.Length, complete: true),
        };
    }

    private static ProfileResult Merge(RunResults run, ImmutableArray<ProfileResult> parts)
    {
        var profile = parts[0].Profile;
        var failures = Failures(parts);
        var stopped = parts.Select(part => part.Stopped).OfType<string>().ToList();
        var reached = parts.SelectMany(part => part.Rules).ToLookup(rule => rule.Rule, rule => rule.Reached);
        var cases = parts.Sum(part => part.Cases);
        var sizes = parts.All(part => part.Sizes is not null)
            ? ReachedSizes.Sum([.. parts.Select(part => part.Sizes!)])
            : null;
        var rules = new RuleVerdicts(
            profile,
            run.Implementation.Claimed,
            run.Settings.Rules,
            rule => reached[rule.Id].Sum(),
            failures)
        {
            Extent = new(
                cases, parts.Sum(part => part.EndedEarly), stopped.Count > 0 ? "a shard has given up" : null),
            Sizes = sizes,
            Lacks = rule => parts[0].Rules.FirstOrDefault(
                one => one.Rule == rule.Id && one.Verdict == Verdict.NotTestable)?.Reason,
            IfMended = (rule, _) => IfMended(parts, rule.Id),
        }.All();
        var verdict = RuleVerdicts.Worst(rules, failures, complete: stopped.Count == 0);
        return new ProfileResult
        {
            Profile = profile,
            Rules = rules,
            Failures = failures,
            Verdict = verdict,
            Headline = Headline.Of(
                profile,
                run.Implementation.Traits,
                rules,
                verdict,
                stopped.Count > 0 ? Stop.GivenUp : Stop.None,
                Shard.Whole,
                run.Settings.Rules),
            Cases = cases,
            Operations = parts.Sum(part => part.Operations),
            EndedEarly = parts.Sum(part => part.EndedEarly),
            Undecided = parts.Sum(part => part.Undecided),
            Stopped = stopped.Count > 0 ? $"In a shard of the run: {stopped[0]}" : null,
            Lengths = LengthCount.Sum(parts.SelectMany(part => part.Lengths)),
            Coverage = CoverageCell.Sum(parts.SelectMany(part => part.Coverage)),
            Sizes = sizes,
            CoverageGoals = CoverageGoalCell.Sum(parts.SelectMany(part => part.CoverageGoals)),
        };
    }

    // A shard that met nothing known, or reached the rule often enough, has counted what there was.
    private static long? IfMended(ImmutableArray<ProfileResult> parts, string rule)
    {
        var results = parts.SelectMany(part => part.Rules).Where(one => one.Rule == rule).ToList();
        return results.Exists(one => one.ReachedIfMended is not null)
            ? results.Sum(one => one.ReachedIfMended ?? one.Reached)
            : null;
    }

    // Of several cases that break a rule the one with the lowest number is reported, as in the whole run.
    private static ImmutableArray<Failure> Failures(IEnumerable<ProfileResult> parts) =>
    [
        .. parts.SelectMany(part => part.Failures)
            .GroupBy(failure => failure.Rule)
            .Select(same => same.MinBy(failure => (failure.OneOff, failure.Case))! is var first && first.OneOff
                ? first with { BrokenCases = same.Sum(failure => failure.BrokenCases) }
                : first)
            .OrderBy(failure => failure.Rule is null)
            .ThenBy(failure => RuleVerdicts.Place(failure.Rule)),
    ];
}
