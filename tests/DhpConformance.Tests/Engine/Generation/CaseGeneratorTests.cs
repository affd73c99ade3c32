using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Generation;
using DhpConformance.Engine.Profiles;
using DhpConformance.Model.Profiles;

namespace DhpConformance.Tests.Engine.Generation;

public sealed class CaseGeneratorTests
{
    private static readonly ImplementationDescription Anything = new("anything", "1", Claims.All);
    private static readonly Profile Judged = ProfileCatalog.Find("windows-server-2008-x64")!;
    private static readonly SetupGenerator Setups = new(Judged, [], Anything);

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

    public static TheoryData<string> Shapes => [.. Enum.GetNames<CaseShape>()];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_server_fits_the_limits_that_an_implementation_declares(string shape)
    {
        var limits = new ServerLimits
        {
            Partitions = 2,
            Processors = 3,
            MemoryModules = 2,
            IoHostBridges = 0,
            MemoryGranularity = 256 << 20,
            MemoryBytes = 3L << 30,
        };
        Assert.All(Servers(Anything with { Limits = limits }, shape), setup =>
        {
            Assert.InRange(setup.Partitions.Length, 1, 2);
            Assert.InRange(setup.Units.Count(unit => unit.Kind == UnitKind.Processor), 1, 3);
            Assert.InRange(setup.Units.Count(unit => unit.Kind == UnitKind.MemoryModule), 1, 2);
            Assert.DoesNotContain(setup.Units, unit => unit.Kind == UnitKind.IoHostBridge);
            var modules = setup.Units.Where(unit => unit.Kind == UnitKind.MemoryModule).ToList();
            Assert.All(modules, unit => Assert.Equal(0, unit.Capacity % limits.MemoryGranularity));
            Assert.InRange(modules.Sum(unit => unit.Capacity), 1, limits.MemoryBytes.Value);
        });
    }

    // A replay file names the judged profile, and is read only if a partition has it; one without units says nothing.
    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_partition_with_units_runs_the_judged_profile(string shape)
    {
        var few = Anything with { Limits = new() { Processors = 2, MemoryModules = 2, IoHostBridges = 0 } };
        Assert.All(Servers(few, shape, ProfileNeighbours.Of(Judged)), setup => Assert.Contains(
            setup.Partitions, partition => partition.Profile == Judged && !partition.Units.IsEmpty));
    }

    // The model looks numbers up by halving, and so may an implementation.
    [Theory]
    [MemberData(nameof(Shapes))]
    public void Units_and_partitions_are_in_ascending_order_of_their_numbers(string shape) =>
        Assert.All(Servers(Anything, shape), setup =>
        {
            Assert.Equal(setup.Units.Select(unit => unit.Id.Value).Distinct().Order(), setup.Units.Select(IdOf));
            Assert.Equal(
                setup.Partitions.Select(one => one.Id.Value).Distinct().Order(),
                setup.Partitions.Select(one => one.Id.Value));
        });

    [Theory]
    [MemberData(nameof(Shapes))]
    public void No_partition_begins_with_more_than_its_limits_allow_but_for_one_processor(string shape) =>
        Assert.All(Servers(Anything, shape), setup => Assert.All(setup.Partitions, partition =>
        {
            var held = setup.Units.Where(unit => partition.Units.Contains(unit.Id)).ToLookup(unit => unit.Kind);
            var above = shape is nameof(CaseShape.Processors) or nameof(CaseShape.ProcessorLimit) ? 1 : 0;
            Assert.True(
                held[UnitKind.Processor].Sum(unit => unit.Capacity)
                    <= Math.Min(partition.ProcessorLimit, partition.Profile.ProcessorLimit) + above
                || shape == nameof(CaseShape.Small));
            Assert.True(
                held[UnitKind.MemoryModule].Sum(unit => unit.Capacity) <= partition.MemoryLimit
                || shape == nameof(CaseShape.Small));
        }));

    private static IEnumerable<ServerSetup> Servers(
        ImplementationDescription description, string shape, ImmutableArray<Profile>? neighbours = null)
    {
        var setups = new SetupGenerator(Judged, neighbours ?? [], description);
        return Enumerable.Range(0, 300)
            .Select(code => setups.Generate(code, withConsumers: false, Enum.Parse<CaseShape>(shape)));
    }

    private static int IdOf(PartitionUnit unit) => unit.Id.Value;

    private static IEnumerable<ulong> Codes(ulong seed, int batch) =>
        new CaseGenerator(Setups, new(Judged), seed).Generate(batch).Select(drawn => drawn.Codes);
}
