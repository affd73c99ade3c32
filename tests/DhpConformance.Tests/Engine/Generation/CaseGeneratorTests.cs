using DhpConformance.Abstractions;
using DhpConformance.Engine.Generation;
using DhpConformance.Model.Profiles;

namespace DhpConformance.Tests.Engine.Generation;

public sealed class CaseGeneratorTests
{
    private static readonly ImplementationDescription Anything = new("anything", "1", Claims.All);
    private static readonly SetupGenerator Setups =
        new(ProfileCatalog.Find("windows-server-2008-x64")!, [], Anything);

    [Fact]
    public void The_same_seed_draws_the_same_cases() =>
        Assert.Equal(Codes(seed: 3, batch: 5), Codes(seed: 3, batch: 5));

    [Fact]
    public void Another_seed_draws_other_cases() => Assert.NotEqual(Codes(seed: 3, batch: 5), Codes(seed: 4, batch: 5));

    // Batches once overlapped in fifteen of sixteen cases: the thousand cases of a run were seventy.
    [Fact]
    public void No_two_cases_of_a_run_are_the_same()
    {
        var codes = Enumerable.Range(0, 100).SelectMany(batch => Codes(seed: 1, batch)).ToList();
        Assert.Equal(codes.Count, codes.Distinct().Count());
    }

    [Fact]
    public void Every_server_fits_the_limits_that_an_implementation_declares()
    {
        var limits = new ServerLimits
        {
            Partitions = 2, Processors = 3, MemoryModules = 2, IoHostBridges = 0, MemoryGranularity = 256 << 20,
        };
        var narrow = new SetupGenerator(
            ProfileCatalog.Find("windows-server-2008-x64")!, [], Anything with { Limits = limits });
        Assert.All(Enumerable.Range(0, 500).Select(code => narrow.Generate(code, crowded: false)), setup =>
        {
            Assert.InRange(setup.Partitions.Length, 1, 2);
            Assert.InRange(setup.Units.Count(unit => unit.Kind == UnitKind.Processor), 1, 3);
            Assert.InRange(setup.Units.Count(unit => unit.Kind == UnitKind.MemoryModule), 1, 2);
            Assert.DoesNotContain(setup.Units, unit => unit.Kind == UnitKind.IoHostBridge);
            Assert.All(
                setup.Units.Where(unit => unit.Kind == UnitKind.MemoryModule),
                unit => Assert.Equal(0, unit.Capacity % (256 << 20)));
        });
    }

    private static IEnumerable<ulong> Codes(ulong seed, int batch) =>
        new CaseGenerator(Setups, seed).Generate(batch).Select(drawn => drawn.Codes);
}
