using System.Collections.Immutable;
using DhpConformance.Engine.Results;
using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.Verdicts;

/// <summary>A rule that few cases of a run put to the test, or put to the test at a size that it asks for.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Size">The size that few cases reached; null if few reached the rule at all.</param>
/// <param name="Times">How often, at least once.</param>
public sealed record RareRule(Rule Rule, SizeGoal? Size, long Times)
{
    /// <summary>In a run of fewer cases than these, every rule is rare.</summary>
    public const int LeastCases = 100;

    /// <summary>
    /// The rules of a profile that were judged and reached fewer times than a verdict needs, the rarest first. Those
    /// that no case reached are not among them.
    /// </summary>
    public static ImmutableArray<RareRule> Of(ProfileResult profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        return profile.Cases < LeastCases
            ? []
            :
            [
                .. profile.Rules
                    .Where(rule => rule.Verdict is Verdict.Pass or Verdict.Inconclusive)
                    .SelectMany(rule => Of(rule, profile.Sizes))
                    .Where(rare => rare.Times is > 0 and < RuleResult.Enough)
                    .OrderBy(rare => rare.Times),
            ];
    }

    private static IEnumerable<RareRule> Of(RuleResult result, ReachedSizes? sizes)
    {
        var rule = RuleCatalog.Get(result.Rule);
        var ofSizes = sizes?.Goals.Where(cell => cell.Reason is null && rule.ReachedAt.Contains(cell.Goal))
            .Select(cell => new RareRule(rule, cell.Goal, cell.Cases));
        return [new(rule, Size: null, result.Reached), .. ofSizes ?? []];
    }
}
