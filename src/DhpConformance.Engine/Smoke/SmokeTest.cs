using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Attribution;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Narration;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Smoke;

/// <summary>
/// A few requests that every server can take, to see in seconds whether an implementation is plugged in at all: reset,
/// observe, an add, a start, a hot add, and one more that has to be refused.
/// </summary>
public static class SmokeTest
{
    private const long GiB = 1L << 30;

    /// <summary>Tries one thing after the other, each on a fresh server; the first that fails is the last.</summary>
    /// <param name="create">Makes the server; a second one is made to see whether the first has kept something.</param>
    /// <param name="profile">The operating system in its only partition.</param>
    public static IEnumerable<SmokeStep> Run(Func<IPartitionableServer> create, Profile profile)
    {
        ArgumentNullException.ThrowIfNull(create);
        using var server = create();
        var description = DescriptionReader.Read(server);
        var setup = Setup(profile, description.Limits);
        var runner = new SequenceRunner(server, description.Claims);
        var narration = new OperationNarration(setup);
        ImmutableArray<Operation> operations = Operations(setup);
        var state = ServerState.Initial(new Inventory(setup, description.Claims));
        for (var count = 0; count <= operations.Length; count++)
        {
            var (asked, required) = ("Become a fresh server, and show it.", "");
            if (count > 0)
            {
                var decision = Transition.Decide(state, operations[count - 1]);
                (asked, required) = (narration.Sentence(operations[count - 1]), decision.ToString());
                state = decision.Next;
            }

            var violation = runner.Run(
                setup, new ListedOperations(operations[..count]), ObservationPolicy.AfterEveryOperation);
            if (count > 0 && violation is { Fault: null })
            {
                using var fresh = create();
                violation = new SequenceRunner(fresh, description.Claims)
                    .Run(setup, new ListedOperations(operations[..count]), ObservationPolicy.AfterEveryOperation)
                    ?? TestPollution.Of(violation);
            }

            yield return new(asked, required, violation);
            if (violation is not null)
            {
                yield break;
            }
        }
    }

    private static ImmutableArray<Operation> Operations(ServerSetup setup)
    {
        var partition = setup.Partitions[0].Id;
        var held = setup.Partitions[0].Units;
        var spares = setup.Units.Where(unit => !held.Contains(unit.Id)).ToLookup(unit => unit.Kind, unit => unit.Id);
        return
        [
            .. spares[UnitKind.Processor].Select(unit => new AssignUnit(unit, partition)),
            new StartPartition(partition),
            .. spares[UnitKind.MemoryModule].Select(unit => new HotAdd(partition, unit)),
            new HotAdd(partition, held[0]),
        ];
    }

    private static ServerSetup Setup(Profile profile, ServerLimits limits)
    {
        var module = Math.Max(1, GiB / limits.MemoryGranularity) * limits.MemoryGranularity;
        ImmutableArray<PartitionUnit> units =
        [
            .. Enumerable.Range(0, Math.Min(2, limits.Processors)).Select(place => new PartitionUnit(
                new(place), UnitKind.Processor, "cpu-a", 1, $"SN{place}")),
            .. Enumerable.Range(2, Math.Min(2, limits.MemoryModules)).Select(place => new PartitionUnit(
                new(place), UnitKind.MemoryModule, "dimm-a", module, $"SN{place}")),
        ];
        return new(
            Partitionability.Dynamic, units, [new(new(0), profile, 4, 4 * module, [new UnitId(0), new UnitId(2)])]);
    }
}
