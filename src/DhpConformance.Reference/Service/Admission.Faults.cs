using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Reference;

/// <content>Faults: what can be made to go wrong.</content>
internal partial class Admission
{
    internal virtual RefusalReason? WhyNot(InjectPartitionError request) =>
        Machine.Find(request.Partition) is not { } partition ? NotPresent
        : Runs(partition, request) ? null : NotRunning;

    internal virtual RefusalReason? WhyNot(InjectStartFailure request) =>
        Machine.Find(request.Unit) is not { } unit ? NotPresent
        : IsTaken(unit, request) ? InUse
        : request.Components < 1 || request.Components > unit.Components ? Invalid : null;
}
