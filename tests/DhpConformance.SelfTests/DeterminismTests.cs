using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Reference;
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
    public void Threads_make_no_difference_to_a_server_that_breaks_many_rules()
    {
        var alone = Run(() => new YesSayer(), seed: 5, threads: 1);
        Assert.True(alone.Profiles.Max(profile => profile.Failures.Length) > 5, "It breaks too few to share them.");
        Assert.Equal(Json(alone), Json(Run(() => new YesSayer(), seed: 5, threads: 3)));
    }

    [Fact]
    public void Another_seed_gives_other_cases() =>
        Assert.NotEqual(
            Results("accepts-larger-spare", seed: 5, threads: 1), Results("accepts-larger-spare", seed: 6, threads: 1));

    private static string Results(string mutant, ulong seed, int threads) =>
        Json(Run(MutantCatalog.All.Single(one => one.Name == mutant).Create, seed, threads));

    private static RunResults Run(Func<IPartitionableServer> create, ulong seed, int threads) => ConformanceSuite.Run(
        create,
        new()
        {
            Profiles = SelfTestProfiles.All,
            Cases = 200,
            Seed = seed,
            Threads = threads,
        });

    private static string Json(RunResults results)
    {
        var timeless = results with { Times = new(default, 0, 0), Settings = results.Settings with { Seed = 0 } };
        return JsonSerializer.Serialize(timeless, ResultsJson.Default.RunResults);
    }

    /// <summary>Says of everything that it was carried out.</summary>
    private sealed class YesSayer : IPartitionableServer
    {
        private readonly ReferenceServer server = new();

        public ImplementationDescription Describe() => server.Describe();

        public void Reset(ServerSetup setup) => server.Reset(setup);

        public Outcome Apply(Operation operation)
        {
            server.Apply(operation);
            return Outcome.Completed;
        }

        public Observation Observe() => server.Observe();

        public void Dispose() => server.Dispose();
    }
}
