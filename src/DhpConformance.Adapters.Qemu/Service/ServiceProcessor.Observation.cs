using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu.Partitions;

namespace DhpConformance.Adapters.Qemu.Service;

/// <content>Observation: for a running partition the state that QEMU shows, whatever was requested.</content>
internal sealed partial class ServiceProcessor
{
    private const int BootProcessors = 1;

    public Observation Observe()
    {
        NoteEndedRemovals();
        var views = partitions.ToDictionary(partition => partition.Id, partition => partition.Running?.Observe());
        return new()
        {
            PoweredOn = poweredOn,
            Units = [.. setup.Units.Select(unit => new UnitObservation(unit.Id, Owner(unit.Id, views), UnitPower.On))],
            Partitions = [.. partitions.Select(partition => Seen(partition, views[partition.Id]))],
        };
    }

    // One that shows a unit which the table gives to another comes first, so that the difference is seen.
    private PartitionId? Owner(UnitId unit, Dictionary<PartitionId, PartitionView?> views)
    {
        var owner = units.OwnerOf(unit);
        var holders = partitions
            .Where(partition => views[partition.Id] is { } view
                && (view.Units.Contains(unit) || partition.Running!.Leaving.Contains(unit)))
            .Select(partition => partition.Id)
            .OrderBy(holder => holder == owner)
            .ToList();
        return holders.Count > 0 ? holders[0]
            : owner is { } id && views[id] is null ? owner
            : null;
    }

    private static PartitionObservation Seen(PartitionRecord partition, PartitionView? view)
    {
        if (view is null || partition.Running is not { } running)
        {
            return new() { Id = partition.Id, State = partition.State };
        }

        var processors = view.Slots.Where(slot => slot.Unit is not null)
            .Select((slot, index) => new LogicalProcessor(index, 0, slot.Number - BootProcessors, slot.Unit!.Value))
            .ToImmutableArray();

        // QEMU is given no more slots than the server has processors; the maximum is what it was configured to be,
        // unless QEMU shows another number of slots than it was given.
        var slots = view.Slots.Length - BootProcessors;
        return new()
        {
            Id = partition.Id,
            State = RunState.Running,
            ActiveProcessors = view.Processors - BootProcessors,
            MaximumProcessors = slots == running.Room.Processors ? partition.Maximum : slots,
            ActiveMasks = [processors.Aggregate(0UL, (mask, processor) => mask | (1UL << processor.Number))],
            Processors = processors,
            MemoryBytes = view.MemoryBytes,

            // The list of devices lacks a bridge before QEMU says that its removal has ended.
            Bridges = [.. view.Bridges.Union(running.Leaving).Order(ById)],
        };
    }

    private static Comparer<UnitId> ById { get; } =
        Comparer<UnitId>.Create((one, other) => one.Value.CompareTo(other.Value));
}
