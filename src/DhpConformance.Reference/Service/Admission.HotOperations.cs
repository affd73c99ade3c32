using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Reference;

/// <content>Hot operations: what changes hands while its partition runs.</content>
internal partial class Admission
{
    internal virtual RefusalReason? WhyNot(HotAdd request)
    {
        if (IsOut(request))
        {
            return Unavailable;
        }

        if (Machine.Find(request.Partition) is not { } partition || Machine.Find(request.Unit) is not { } unit)
        {
            return NotPresent;
        }

        return WhyNotHot(HotOperation.Add, partition, unit, request)
            ?? (IsTaken(unit, request) ? InUse
            : Exceeds(partition, unit) ? LimitExceeded : null);
    }

    internal virtual RefusalReason? WhyNot(HotReplace request)
    {
        if (IsOut(request))
        {
            return Unavailable;
        }

        if (Machine.Find(request.Partition) is not { } partition
            || Machine.Find(request.Target) is not { } target
            || Machine.Find(request.Spare) is not { } spare)
        {
            return NotPresent;
        }

        return WhyNotHot(HotOperation.Replace, partition, target, request)
            ?? (!Holds(partition, target, request) ? NotAssigned
            : IsTaken(spare, request) ? InUse
            : AreIdentical(target, spare) && CanSleep(partition) ? null : Incompatible);
    }

    internal virtual RefusalReason? WhyNot(HotRemove request)
    {
        if (IsOut(request))
        {
            return Unavailable;
        }

        if (Machine.Find(request.Partition) is not { } partition || Machine.Find(request.Unit) is not { } unit)
        {
            return NotPresent;
        }

        return WhyNotHot(HotOperation.Remove, partition, unit, request)
            ?? (!Holds(partition, unit, request) ? NotAssigned
            : IsIndispensable(partition, unit) ? Insufficient : null);
    }

    private RefusalReason? WhyNotHot(HotOperation operation, Partition partition, Unit unit, Operation request) =>
        IsFrozen(request) ? NotDynamic
        : !Runs(partition, request) ? NotRunning
        : Supports(partition, operation, unit.Kind) ? null : NotSupported;

    /// <summary>Whether the operating system in the partition can do this to a unit of this kind.</summary>
    internal virtual bool Supports(Partition partition, HotOperation operation, UnitKind kind) =>
        partition.System.Supports(operation, kind);

    /// <summary>Whether one unit can serve in place of the other.</summary>
    internal virtual bool AreIdentical(Unit target, Unit spare) =>
        target.Kind == spare.Kind && target.Capacity == spare.Capacity && target.Type == spare.Type;

    /// <summary>Whether no device in the partition speaks against a hot replace.</summary>
    internal virtual bool CanSleep(Partition partition) => !partition.System.HasNonDynamicDevice();

    // A partition that does not run has no active processors and no memory, so no unit can exceed its limits.
    // Adding a unit that the partition holds already changes nothing.
    private bool Exceeds(Partition partition, Unit unit) => unit.Owner != partition && unit.Kind switch
    {
        UnitKind.Processor => partition.Runs && ExceedsMaximum(partition, unit),
        UnitKind.MemoryModule => partition.Runs && ExceedsMemoryLimit(partition, unit),
        _ => false,
    };

    /// <summary>Whether there would be more components than can be active, parked ones included.</summary>
    internal virtual bool ExceedsMaximum(Partition partition, Unit processor) =>
        processor.Components > partition.System.Maximum - partition.Processors.Capacity;

    internal virtual bool ExceedsMemoryLimit(Partition partition, Unit module) =>
        module.Capacity > partition.MemoryLimit - partition.System.MemoryBytes;

    /// <summary>Whether the operating system could not go on without the unit.</summary>
    internal virtual bool IsIndispensable(Partition partition, Unit unit) =>
        unit.Owner == partition && unit.Kind != UnitKind.IoHostBridge && partition.Units(unit.Kind).Count == 1;
}
