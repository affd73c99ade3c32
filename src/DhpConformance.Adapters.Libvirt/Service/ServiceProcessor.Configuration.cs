using DhpConformance.Abstractions;
using DhpConformance.Adapters.Libvirt.Domains;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Adapters.Libvirt.Service;

/// <content>The map of units while a partition does not run: the persistent configuration of a domain.</content>
internal sealed partial class ServiceProcessor
{
    private Outcome Assign(AssignUnit request)
    {
        if (units.Find(request.Unit) is not { } unit || Find(request.Partition) is not { } partition)
        {
            return Outcome.Refused(NotPresent);
        }

        if (units.OwnerOf(request.Unit) is not null)
        {
            return Outcome.Refused(InUse);
        }

        if (partition.State != RunState.Stopped)
        {
            return Outcome.Refused(NotStopped);
        }

        if (partition.Capacity != CapacityOfServer)
        {
            var config = Show(partition, persistent: true);
            partition.Capacity = CapacityOfServer;
            virsh.Ask(
                ["define", "/dev/stdin"],
                DomainXml.WithCapacity(config.Xml, partition.Capacity, config.Processors).ToString());
        }

        var refusal = Plug(partition, unit, "--config");
        if (refusal is null)
        {
            units.Give(request.Unit, request.Partition);
        }

        return refusal is { } reason ? Outcome.Refused(reason) : Outcome.Completed;
    }

    private Outcome Release(ReleaseUnit request)
    {
        if (units.Find(request.Unit) is not { } unit)
        {
            return Outcome.Refused(NotPresent);
        }

        if (units.OwnerOf(request.Unit) is not { } owner)
        {
            return Outcome.Refused(NotAssigned);
        }

        var partition = Find(owner)!;
        if (partition.State != RunState.Stopped)
        {
            return Outcome.Refused(NotStopped);
        }

        if (Unplug(partition, unit, "--config") is { } refusal)
        {
            return Outcome.Refused(refusal);
        }

        partition.Numbers.Remove(unit.Id);
        units.Free(unit.Id);
        return Outcome.Completed;
    }
}
