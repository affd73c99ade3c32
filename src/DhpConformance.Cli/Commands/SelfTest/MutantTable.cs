using System.Collections.Immutable;
using System.Globalization;
using DhpConformance.Cli.Output;
using DhpConformance.Model.Rules;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Cli.Commands.SelfTest;

/// <summary>Rules and mutants: which was caught by what.</summary>
internal static class MutantTable
{
    /// <summary>A row for each mutant, in the order of the rules.</summary>
    public static Listing Of(ImmutableArray<MutantResult> results) => new(
        ["Rule", "Mutant", "Caught by", "In profile", "Cases", "Length", "Shortest", "In scope", "Description"],
        [
            .. results.OrderBy(result => Place(result.Mutant)).Select(result => new[]
            {
                result.Mutant.RuleId,
                result.Mutant.Name,
                string.Join(", ", result.Catches.Select(one => one.Rule ?? "error").Distinct().DefaultIfEmpty("–")),
                result.Own?.Profile ?? "–",
                Number(result.Own?.Cases),
                Number(result.Length),
                Number(result.Shortest?.Length),
                result.Shortest?.ScopeName ?? "–",
                result.Mutant.Description,
            }),
        ]);

    private static int Place(Mutant mutant) => RuleCatalog.All.IndexOf(RuleCatalog.Get(mutant.RuleId));

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "–";
}
