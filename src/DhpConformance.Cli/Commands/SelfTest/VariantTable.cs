using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Cli.Output;

namespace DhpConformance.Cli.Commands.SelfTest;

/// <summary>The variants, and whether each of them conforms.</summary>
internal static class VariantTable
{
    /// <summary>A row for each variant, in the order of their names.</summary>
    public static Listing Of(ImmutableArray<VariantResult> results) => new(
        ["Variant", "Verdict", "What it does otherwise"],
        [
            .. results.Select(result => new[]
            {
                result.Variant.Name,
                Words.Of(result.Results.Verdict),
                result.Variant.Description,
            }),
        ]);
}
