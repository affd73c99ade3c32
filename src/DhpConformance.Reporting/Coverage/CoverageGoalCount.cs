using System.Collections.Immutable;
using DhpConformance.Engine.Results;
using DhpConformance.Model.Rules;

namespace DhpConformance.Reporting.Coverage;

/// <summary>An occasion that rules need, and how often it arose in all profiles of a run.</summary>
/// <param name="CoverageGoal">The occasion.</param>
/// <param name="Rules">The rules that it puts to the test.</param>
/// <param name="Count">How often it arose.</param>
public sealed record CoverageGoalCount(CoverageGoal CoverageGoal, ImmutableArray<string> Rules, long Count)
{
    /// <summary>The occasions of the rules that were judged, in the order of the catalogue.</summary>
    public static ImmutableArray<CoverageGoalCount> All(RunResults results)
    {
        var judged = results.Profiles
            .SelectMany(profile => profile.Rules)
            .Where(rule => rule.Verdict.IsJudged())
            .Select(rule => rule.Rule)
            .ToHashSet();
        var counts = results.Profiles
            .SelectMany(profile => profile.CoverageGoals)
            .ToLookup(cell => cell.CoverageGoal, cell => cell.Count);
        return
        [
            .. RuleCatalog.All
                .Where(rule => judged.Contains(rule.Id))
                .SelectMany(rule => rule.ReachedOn, (rule, goal) => (rule.Id, goal))
                .GroupBy(one => one.goal, one => one.Id)
                .Select(group => new CoverageGoalCount(group.Key, [.. group], counts[group.Key].Sum())),
        ];
    }
}
