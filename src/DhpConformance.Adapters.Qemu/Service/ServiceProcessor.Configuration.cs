using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Adapters.Qemu.Service;

/// <content>The map of units while a partition does not run. QEMU has no part in it.</content>
internal sealed partial class ServiceProcessor
{
    private Outcome Assign(AssignUnit request)
    {
        if (units.Find(request.Unit) is null || Find(request.Partition) is not { } partition)
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

        units.Give(request.Unit, request.Partition);
        return Outcome.Completed;
    }

    private Outcome Release(ReleaseUnit request)
    {
        if (units.Find(request.Unit) is null)
        {
            return Outcome.Refused(NotPresent);
        }

        if (units.OwnerOf(request.Unit) is not { } owner)
        {
            return Outcome.Refused(NotAssigned);
        }

        if (Find(owner)!.State != RunState.Stopped)
        {
            return Outcome.Refused(NotStopped);
        }

        units.Free(request.Unit);
        return Outcome.Completed;
    }
}
