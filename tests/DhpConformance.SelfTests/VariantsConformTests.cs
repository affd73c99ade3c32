using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Runs;
using DhpConformance.Reference.Variants;

namespace DhpConformance.SelfTests;

/// <summary>A right server that differs from the reference breaks no rule. `dhp selftest` runs more cases.</summary>
public sealed class VariantsConformTests
{
    private const int Cases = 200;

    public static TheoryData<string> Variants => [.. VariantCatalog.All.Select(variant => variant.Name)];

    [Theory]
    [MemberData(nameof(Variants))]
    public void A_variant_breaks_no_rule(string name)
    {
        var variant = VariantCatalog.All.Single(one => one.Name == name);
        var results = ConformanceSuite.Run(variant.Create, new()
        {
            Profiles = SelfTestProfiles.All,
            Cases = Cases,
        });
        Assert.Equal([], results.Profiles.SelectMany(profile => profile.Failures).Select(failure =>
            $"{failure.Rule}: expected {failure.Expected}, observed {failure.Observed}"));
    }
}
