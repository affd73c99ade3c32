using System.Text.RegularExpressions;
using DhpConformance.Model.Concurrency;
using DhpConformance.Model.Rules;

namespace DhpConformance.Tests.Specs;

/// <summary>The ids that lead from page to page: rules (<c>TOP-04</c>), facts and decisions.</summary>
internal static partial class Ids
{
    /// <summary>Every fact and decision that a page lists.</summary>
    public static IReadOnlySet<string> Sources { get; } =
        RuleReferences.RowsOf(SpecsFolder.Read("specs/sources.md")).Keys
            .Concat(RuleReferences.RowsOf(SpecsFolder.Read("specs/decisions/gaps.md")).Keys).ToHashSet();

    /// <summary>The ids in a text that name nothing. What belongs to no group of ours is let pass.</summary>
    public static IEnumerable<string> Unknown(string text) =>
        Id().Matches(text).Select(match => match.Value).Distinct().Where(id => !IsKnown(id));

    private static bool IsKnown(string id) =>
        IsSource(id) ? Sources.Contains(id)
        : id.StartsWith("LIN-", StringComparison.Ordinal) ? ConcurrencyRuleCatalog.Find(id) is not null
        : !IsRule(id) || RuleCatalog.Find(id) is not null;

    private static bool IsSource(string id) =>
        id.StartsWith("DHP-", StringComparison.Ordinal) || id.StartsWith("G-", StringComparison.Ordinal);

    private static bool IsRule(string id) => SpecsFolder.RulePages.ContainsKey(id.Split('-')[0]);

    [GeneratedRegex(@"(?<![-\w])(DHP-)?[A-Z]+-\d\d\d?\b")]
    private static partial Regex Id();
}
