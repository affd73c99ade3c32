using System.Text.RegularExpressions;
using DhpConformance.Reference.Mutants;
using DhpConformance.Reference.Variants;

namespace DhpConformance.Tests.Reference.Variants;

public sealed partial class VariantCatalogTests
{
    [Fact]
    public void No_two_variants_share_a_name() => Assert.Equal(
        VariantCatalog.All.Length, VariantCatalog.All.Select(variant => variant.Name).Distinct().Count());

    [Fact]
    public void No_variant_is_called_like_a_mutant() => Assert.Empty(
        VariantCatalog.All.Select(variant => variant.Name).Intersect(MutantCatalog.All.Select(mutant => mutant.Name)));

    [Fact]
    public void Names_are_lower_case_words_joined_by_hyphens() =>
        Assert.All(VariantCatalog.All, variant => Assert.Matches(KebabCase(), variant.Name));

    [Fact]
    public void They_are_in_the_order_of_their_names() => Assert.Equal(
        VariantCatalog.All.Select(variant => variant.Name).Order(StringComparer.Ordinal),
        VariantCatalog.All.Select(variant => variant.Name));

    [Fact]
    public void Each_is_described_in_one_sentence() =>
        Assert.All(VariantCatalog.All, variant => Assert.Matches(Sentence(), variant.Description));

    [Fact]
    public void A_variant_calls_itself_by_its_name() => Assert.All(VariantCatalog.All, variant =>
    {
        using var server = variant.Create();
        Assert.Equal(variant.Name, server.Describe().Name);
    });

    [GeneratedRegex("^[a-z]+(-[a-z]+)+$")]
    private static partial Regex KebabCase();

    [GeneratedRegex(@"^[A-Z][^.!?]+\.$")]
    private static partial Regex Sentence();
}
