using System.Collections.Immutable;

namespace DhpConformance.Reference.Variants;

/// <summary>
/// Every variant there is. A suite that calls one of them NOT CONFORMANT demands more than the documents do.
/// </summary>
public static class VariantCatalog
{
    /// <summary>All of them, ordered by name.</summary>
    public static ImmutableArray<Variant> All { get; } =
    [
        .. new[]
        {
            AcceptanceVariants.All,
            ChoiceVariants.All,
            ConfigurationVariants.All,
            SystemVariants.All,
            TraitVariants.All,
        }
            .SelectMany(variants => variants)
            .OrderBy(variant => variant.Name, StringComparer.Ordinal),
    ];
}
