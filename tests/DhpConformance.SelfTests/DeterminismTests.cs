using System.Text.Json;
using DhpConformance.Engine.Campaigns;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Results;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.SelfTests;

/// <summary>The same seed gives the same results, byte for byte, whatever the number of threads.</summary>
public sealed class DeterminismTests
{
    [Theory]
    [InlineData("accepts-larger-spare")]
    [InlineData("capabilities-of-the-first-partition")]
    public void Threads_make_no_difference(string mutant)
    {
        var alone = Results(mutant, seed: 5, threads: 1);
        Assert.Equal(alone, Results(mutant, seed: 5, threads: 2));
        Assert.Equal(alone, Results(mutant, seed: 5, threads: 3));
    }

    [Fact]
    public void Another_seed_gives_other_cases() =>
        Assert.NotEqual(
            Results("accepts-larger-spare", seed: 5, threads: 1), Results("accepts-larger-spare", seed: 6, threads: 1));

    private static string Results(string mutant, ulong seed, int threads)
    {
        var results = ConformanceSuite.Run(MutantCatalog.All.Single(one => one.Name == mutant).Create, new()
        {
            Profiles = SelfTestProfiles.All,
            Cases = 200,
            Seed = seed,
            Threads = threads,
        });
        var timeless = results with { Times = new(default, 0, 0), Settings = results.Settings with { Seed = 0 } };
        return JsonSerializer.Serialize(timeless, ResultsJson.Default.RunResults);
    }
}
