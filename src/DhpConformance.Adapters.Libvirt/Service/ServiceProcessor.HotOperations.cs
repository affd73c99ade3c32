using System.Diagnostics;
using System.Globalization;
using DhpConformance.Abstractions;
using DhpConformance.Adapters.Libvirt.Domains;
using DhpConformance.Adapters.Libvirt.Virsh;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Adapters.Libvirt.Service;

/// <content>Units that come and go while a partition runs: here libvirt decides.</content>
internal sealed partial class ServiceProcessor
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private Outcome Add(HotAdd request)
    {
        if (units.Find(request.Unit) is not { } unit || Find(request.Partition) is not { } partition)
        {
            return Outcome.Refused(NotPresent);
        }

        if (!partition.IsRunning)
        {
            return Outcome.Refused(NotRunning);
        }

        // libvirt cannot hot plug a host bridge.
        if (unit.Kind == UnitKind.IoHostBridge)
        {
            return Outcome.Refused(NotSupported);
        }

        // A unit of the same partition is left to libvirt, which knows it.
        if (units.OwnerOf(unit.Id) is { } owner && owner != partition.Id)
        {
            return Outcome.Refused(InUse);
        }

        var refusal = Plug(partition, unit, "--live", "--config");
        if (refusal is null)
        {
            units.Give(unit.Id, partition.Id);
        }

        return refusal is { } reason ? Outcome.Refused(reason) : Outcome.Completed;
    }

    private Outcome Remove(HotRemove request)
    {
        if (units.Find(request.Unit) is not { } unit || Find(request.Partition) is not { } partition)
        {
            return Outcome.Refused(NotPresent);
        }

        if (!partition.IsRunning)
        {
            return Outcome.Refused(NotRunning);
        }

        if (unit.Kind == UnitKind.IoHostBridge)
        {
            return Outcome.Refused(NotSupported);
        }

        // A domain has a processor and memory of its own, and libvirt would let the last unit go.
        if (units.OwnerOf(unit.Id) == partition.Id && units.HeldBy(partition.Id, unit.Kind).Count() == 1)
        {
            return Outcome.Refused(Insufficient);
        }

        if (Unplug(partition, unit, "--live", "--config") is { } refusal)
        {
            return Outcome.Refused(refusal);
        }

        // Success says that the removal was asked for, and that it was waited for; not that the unit has gone.
        if (!IsGone(partition, unit))
        {
            return Outcome.Failed(FailureReason.TimedOut);
        }

        partition.Numbers.Remove(unit.Id);
        units.Free(unit.Id);
        return Outcome.Completed;
    }

    private RefusalReason? Plug(PartitionRecord partition, PartitionUnit unit, params string[] where)
    {
        if (unit.Kind == UnitKind.IoHostBridge)
        {
            return null;
        }

        if (unit.Kind == UnitKind.MemoryModule)
        {
            return Refusals.OfAdding(Checked(partition, virsh.Try(
                ["attach-device", partition.Domain, "/dev/stdin", .. where], DomainXml.Module(unit).ToString())));
        }

        // One that the domain has keeps its number. If none is vacant, libvirt is given one that is not there.
        var number = partition.Numbers.TryGetValue(unit.Id, out var taken) ? taken : partition.VacantNumber;
        var refusal = Refusals.OfAdding(SetProcessor(partition, number, "--enable", where));
        if (refusal is null)
        {
            partition.Numbers[unit.Id] = number;
        }

        return refusal;
    }

    private RefusalReason? Unplug(PartitionRecord partition, PartitionUnit unit, params string[] where)
    {
        if (unit.Kind == UnitKind.IoHostBridge)
        {
            return null;
        }

        if (unit.Kind == UnitKind.MemoryModule)
        {
            return Refusals.OfRemoving(Checked(partition, virsh.Try(
                ["detach-device", partition.Domain, "/dev/stdin", .. where], DomainXml.Module(unit).ToString())));
        }

        var number = partition.Numbers.TryGetValue(unit.Id, out var taken) ? taken : partition.VacantNumber;
        return Refusals.OfRemoving(SetProcessor(partition, number, "--disable", where));
    }

    private VirshAnswer SetProcessor(PartitionRecord partition, int number, string change, string[] where) => Checked(
        partition,
        virsh.Try(
            ["setvcpu", partition.Domain, number.ToString(CultureInfo.InvariantCulture), change, .. where]));

    private bool IsGone(PartitionRecord partition, PartitionUnit unit)
    {
        var begun = Stopwatch.GetTimestamp();
        while (Shows(Show(partition, persistent: false)))
        {
            if (Stopwatch.GetElapsedTime(begun) > options.RemovalDeadline)
            {
                return false;
            }

            Thread.Sleep(BetweenLooks);
        }

        return true;

        bool Shows(DomainView view) => unit.Kind == UnitKind.MemoryModule
            ? view.Modules.Contains(unit.Id)
            : view.Processors.Contains(partition.Numbers.GetValueOrDefault(unit.Id));
    }

    // An error of a domain that has ended is no refusal.
    private VirshAnswer Checked(PartitionRecord partition, VirshAnswer answer)
    {
        if (!answer.Succeeded && partition.IsRunning && !DomainDeath.IsActive(virsh, partition))
        {
            throw new VirshException(ServerFault.Ended, "ended");
        }

        return answer;
    }
}
