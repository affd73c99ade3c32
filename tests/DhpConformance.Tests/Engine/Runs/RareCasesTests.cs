using DhpConformance.Engine.Runs;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;

namespace DhpConformance.Tests.Engine.Runs;

public sealed class RareCasesTests
{
    private static readonly SuiteOptions Options = new()
    {
        Profiles = [ProfileCatalog.Find("windows-server-2008-x64")!],
        Cases = 100,
        MostRareCases = 10,
    };

    [Fact]
    public void A_run_has_different_cases_for_rules_that_few_cases_test()
    {
        var results = ConformanceSuite.Run(() => new ReferenceServer(), Options);
        Assert.InRange(results.Rare.Length, 1, Options.MostRareCases);
        Assert.Distinct(results.Rare.Select(rare => rare.Number));
    }

    [Fact]
    public void A_server_that_cannot_be_made_once_more_costs_no_verdict()
    {
        var (made, most) = (0, int.MaxValue);
        ReferenceServer Make() => ++made <= most ? new() : throw new InvalidOperationException("No more of them.");
        var expected = ConformanceSuite.Run(Make, Options with { MostRareCases = 0 });
        (made, most) = (0, made);
        var results = ConformanceSuite.Run(Make, Options);
        Assert.True(made > most);
        Assert.Empty(results.Rare);
        Assert.Equal(expected.Profiles[0].Headline, results.Profiles[0].Headline);
    }
}
