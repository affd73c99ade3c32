using System.Collections.Immutable;
using DhpConformance.Engine.Results;

namespace DhpConformance.Reporting.Rules;

/// <summary>A group of rules, and how many verdicts of each sort it has.</summary>
/// <param name="Name">The name of the group.</param>
/// <param name="Rules">Its rules.</param>
public sealed record RuleGroupStatus(string Name, ImmutableArray<RuleStatus> Rules)
{
    /// <summary>What it is about.</summary>
    public string Title => RuleGroups.Title(Name);

    /// <summary>How many verdicts there are, in all profiles.</summary>
    public int Total => Rules.Sum(rule => rule.Verdicts.Length);

    /// <summary>How many verdicts there are on rules that were judged, or should have been.</summary>
    public int Judged => Rules.Sum(rule => rule.Verdicts.Count(one => one.Result.Verdict.IsJudged()));

    /// <summary>How many of them are this one.</summary>
    public int Count(Verdict verdict) => Rules.Sum(rule => rule.Verdicts.Count(one => one.Result.Verdict == verdict));

    /// <summary>All groups, in the order in which their rules first appear.</summary>
    public static ImmutableArray<RuleGroupStatus> All(IEnumerable<RuleStatus> rules) =>
    [
        .. rules.GroupBy(rule => RuleGroups.Of(rule.Id)).Select(group => new RuleGroupStatus(group.Key, [.. group])),
    ];
}
