using System.Collections.Immutable;
using DhpConformance.Model.Rules;

namespace DhpConformance.Cli.Settings;

/// <summary>Finds what <c>--rule</c> names.</summary>
internal static class RuleSource
{
    /// <summary>The ids of these rules as the catalogue spells them; none if nothing is named.</summary>
    public static ImmutableArray<string> Find(ImmutableArray<string> ids) =>
    [
        .. ids.Select(id => RuleCatalog.Find(id)?.Id ?? throw new BadInputException(
            $"There is no rule {id}; `dhp rules` lists them all."
            + Suggestion.For(id, RuleCatalog.All.Select(rule => rule.Id)))).Distinct(),
    ];
}
