using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Reference;

/// <content>Configuration: what changes hands while its partition does not run.</content>
internal partial class Admission
{
    internal virtual RefusalReason? WhyNot(AssignUnit request)
    {
        if (IsOut(request))
        {
            return Unavailable;
        }

        if (Machine.Find(request.Unit) is not { } unit || Machine.Find(request.Partition) is not { } partition)
        {
            return NotPresent;
        }

        return IsTaken(unit, request) ? InUse
            : IsFrozen(request) ? NotDynamic
            : IsStopped(partition, request) ? null : NotStopped;
    }

    internal virtual RefusalReason? WhyNot(ReleaseUnit request)
    {
        if (IsOut(request))
        {
            return Unavailable;
        }

        if (Machine.Find(request.Unit) is not { } unit)
        {
            return NotPresent;
        }

        if (IsFrozen(request))
        {
            return NotDynamic;
        }

        return unit.Owner is not { } owner ? NotAssigned
            : IsStopped(owner, request) ? null : NotStopped;
    }

    internal virtual RefusalReason? WhyNot(SwitchUnitPower request)
    {
        if (IsOut(request))
        {
            return Unavailable;
        }

        return Machine.Find(request.Unit) is not { } unit ? NotPresent
            : IsTaken(unit, request) ? InUse : null;
    }
}
