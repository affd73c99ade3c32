using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Adapters.Libvirt.Domains;
using DhpConformance.Adapters.Libvirt.Virsh;

namespace DhpConformance.Adapters.Libvirt.Service;

/// <content>
/// Observation: the state that libvirt shows, whatever was requested; the live one of a domain that runs, and the
/// persistent configuration of one that does not.
/// </content>
internal sealed partial class ServiceProcessor
{
    public Observation Observe()
    {
        var shown = virsh.Ask([string.Join("; ", partitions.Select(partition => $"dumpxml {partition.Domain}"))]);
        var byName = DomainView.ReadAll(shown).ToDictionary(view => view.Name);
        var views = partitions.ToDictionary(partition => partition.Id, partition => byName[partition.Domain]);
        foreach (var partition in partitions.Where(one => one.IsRunning != views[one.Id].IsActive))
        {
            throw new VirshException(
                ServerFault.Ended, partition.IsRunning ? "ended" : $"was started by another ({partition.Domain})");
        }

        return new()
        {
            PoweredOn = poweredOn,
            Units = [.. setup.Units.Select(unit => new UnitObservation(unit.Id, Owner(unit, views), UnitPower.On))],
            Partitions = [.. partitions.Select(partition => Seen(partition, views[partition.Id]))],
        };
    }

    // A domain that shows a unit which the table gives to another comes first, so that the difference is seen. No
    // domain has a device for a host bridge.
    private PartitionId? Owner(PartitionUnit unit, Dictionary<PartitionId, DomainView> views)
    {
        var owner = units.OwnerOf(unit.Id);
        return unit.Kind == UnitKind.IoHostBridge ? owner : partitions
            .Where(partition => UnitsIn(partition, views[partition.Id]).Contains(unit.Id))
            .Select(partition => (PartitionId?)partition.Id)
            .OrderBy(holder => holder == owner)
            .FirstOrDefault();
    }

    private static IEnumerable<UnitId> UnitsIn(PartitionRecord partition, DomainView view) =>
        view.Processors.Select(partition.UnitOf).Concat(view.Modules);

    private static PartitionObservation Seen(PartitionRecord partition, DomainView view)
    {
        if (!partition.IsRunning)
        {
            return new() { Id = partition.Id, State = partition.State };
        }

        var processors = view.Processors
            .Select((number, index) =>
                new LogicalProcessor(index, 0, number - DomainXml.BootProcessors, partition.UnitOf(number)))
            .ToImmutableArray();

        // The domain has no more places than the server has processors; the maximum is what the partition was given,
        // unless libvirt shows another number of places than it was given.
        var places = view.MaximumProcessors - DomainXml.BootProcessors - partition.Capacity.SpareSlots;
        return new()
        {
            Id = partition.Id,
            State = RunState.Running,
            ActiveProcessors = view.ActiveProcessors - DomainXml.BootProcessors,
            MaximumProcessors = places == partition.Capacity.Processors ? partition.Maximum : places,
            ActiveMasks = [processors.Aggregate(0UL, (mask, processor) => mask | (1UL << processor.Number))],
            Processors = processors,
            MemoryBytes = view.MemoryBytes - DomainXml.BootMemory,
        };
    }
}
