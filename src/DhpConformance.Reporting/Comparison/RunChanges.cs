using System.Collections.Immutable;
using DhpConformance.Engine.Results;
using DhpConformance.Reporting.Verdicts;

namespace DhpConformance.Reporting.Comparison;

/// <summary>What changed from one run to a later one of the same implementation.</summary>
/// <param name="Before">The earlier run.</param>
/// <param name="After">The later run.</param>
/// <param name="Changes">Regressions first.</param>
public sealed record RunChanges(ComparedRun Before, ComparedRun After, ImmutableArray<RuleChange> Changes)
{
    /// <summary>
    /// Compares two runs, rule by rule and profile by profile. Profiles that one of them was not about are left out: a
    /// run of one profile after a run of all would lose a hundred rules.
    /// </summary>
    internal static RunChanges Between(ComparedRun before, ComparedRun after)
    {
        var both = Profiles(before.Results).Intersect(Profiles(after.Results)).ToHashSet(StringComparer.Ordinal);
        var old = Verdicts(before.Results, both);
        var now = Verdicts(after.Results, both);
        var places = old.Keys.Concat(now.Keys).Distinct().ToList();
        return new(
            before,
            after,
            [
                .. places
                    .Select(place => (place.Rule, place.Profile, Before: Find(old, place), After: Find(now, place)))
                    .Where(one => one.Before != one.After)
                    .GroupBy(one => (one.Rule, one.Before, one.After))
                    .Select(group => new RuleChange(
                        group.Key.Rule, group.Key.Before, group.Key.After, [.. group.Select(one => one.Profile)]))
                    .OrderBy(change => change.Kind)
                    .ThenBy(change => change.After is { } after ? VerdictStyle.Rank(after) : VerdictStyle.All.Count),
            ]);
    }

    private static Verdict? Find(Dictionary<(string, string), Verdict> verdicts, (string, string) place) =>
        verdicts.TryGetValue(place, out var verdict) ? verdict : null;

    private static IEnumerable<string> Profiles(RunResults results) =>
        results.Profiles.Select(profile => profile.Profile.Name);

    private static Dictionary<(string Rule, string Profile), Verdict> Verdicts(RunResults results, HashSet<string> some)
    {
        var verdicts = new Dictionary<(string, string), Verdict>();
        foreach (var profile in results.Profiles.Where(profile => some.Contains(profile.Profile.Name)))
        {
            foreach (var rule in profile.Rules)
            {
                verdicts[(rule.Rule, profile.Profile.Name)] = rule.Verdict;
            }
        }

        return verdicts;
    }
}
