using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Adapters.Qemu.Service;

/// <content>Units that come and go while a partition runs: here QEMU decides.</content>
internal sealed partial class ServiceProcessor
{
    private Outcome Add(HotAdd request)
    {
        if (units.Find(request.Unit) is not { } unit || Find(request.Partition) is not { } partition)
        {
            return Outcome.Refused(NotPresent);
        }

        if (partition.Running is not { } running)
        {
            return Outcome.Refused(NotRunning);
        }

        if (unit.Kind == UnitKind.IoHostBridge && machine.BridgeDriver is null)
        {
            return Outcome.Refused(NotSupported);
        }

        if (running.Leaving.Contains(unit.Id))
        {
            return Outcome.Refused(InUse);
        }

        // A unit of the same partition is left to QEMU, which knows it.
        if (units.OwnerOf(unit.Id) is { } owner && owner != partition.Id)
        {
            return Outcome.Refused(InUse);
        }

        var outcome = running.Add(unit);
        if (outcome.Kind != OutcomeKind.Refused)
        {
            units.Give(unit.Id, partition.Id);
        }

        return outcome;
    }

    private Outcome Remove(HotRemove request)
    {
        if (units.Find(request.Unit) is not { } unit || Find(request.Partition) is not { } partition)
        {
            return Outcome.Refused(NotPresent);
        }

        if (partition.Running is not { } running)
        {
            return Outcome.Refused(NotRunning);
        }

        if (!machine.AskedToRemove.Contains(unit.Kind))
        {
            return Outcome.Refused(NotSupported);
        }

        if (running.Leaving.Contains(unit.Id))
        {
            return Outcome.Refused(Busy);
        }

        // QEMU has a processor and memory of its own, and would let the last unit go.
        if (units.OwnerOf(unit.Id) == partition.Id && unit.Kind != UnitKind.IoHostBridge
            && units.HeldBy(partition.Id, unit.Kind).Count() == 1)
        {
            return Outcome.Refused(Insufficient);
        }

        return running.Unplug(unit) is { } refusal ? Outcome.Refused(refusal) : HowRemovalEnds(unit);
    }

    // A bridge takes QEMU some 60 ms, in which other requests can come; the others are gone at once. It is accepted
    // even if it has left already, so that the answer does not depend on how busy the machine is.
    private Outcome HowRemovalEnds(PartitionUnit unit)
    {
        if (unit.Kind == UnitKind.IoHostBridge)
        {
            return Outcome.Accepted;
        }

        NoteEndedRemovals(all: true);
        return units.OwnerOf(unit.Id) is null ? Outcome.Completed : Outcome.Failed(FailureReason.TimedOut);
    }

    private Outcome WaitUntilSettled()
    {
        NoteEndedRemovals(all: true);
        return partitions.Any(partition => partition.Running?.Leaving.Any() == true)
            ? Outcome.Failed(FailureReason.TimedOut)
            : Outcome.Completed;
    }

    // The end of a partition ends its pending removals: an accepted removal is carried out. Without this, "add a
    // bridge, remove it (accepted), restart, settle, add it" was refused as in use, and QEMU was accused with ADD-01.
    private void FreeLeaving(PartitionRecord partition)
    {
        foreach (var unit in partition.Running?.Leaving ?? [])
        {
            units.Free(unit);
        }
    }

    private void NoteEndedRemovals(bool all = false)
    {
        foreach (var partition in partitions)
        {
            foreach (var (unit, gone) in partition.Running?.EndedRemovals(all) ?? [])
            {
                if (gone)
                {
                    units.Free(unit);
                }
            }
        }
    }
}
