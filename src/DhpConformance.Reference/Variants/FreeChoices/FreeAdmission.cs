using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Reference.Variants;

/// <summary>Gives any of the reasons that apply.</summary>
internal class FreeAdmission(Machine machine, FreeChoice choice) : Admission(machine)
{
    /// <summary>Whether something is carried out that was accepted earlier: an outage is no reason any more.</summary>
    public bool EndsAccepted { get; set; }

    internal override bool IsOut(Operation request) => !EndsAccepted && base.IsOut(request);

    /// <summary>Why a request has to be refused; null if it need not be.</summary>
    public RefusalReason? Refusal(Operation operation) => operation switch
    {
        AssignUnit request => WhyNot(request),
        ReleaseUnit request => WhyNot(request),
        SwitchUnitPower request => WhyNot(request),
        StartPartition request => WhyNot(request),
        StopPartition request => WhyNot(request),
        RestartPartition request => WhyNot(request),
        PowerOnServer request => WhyNot(request),
        PowerOffServer request => WhyNot(request),
        HotAdd request => WhyNot(request),
        HotReplace request => WhyNot(request),
        HotRemove request => WhyNot(request),
        InjectPartitionError request => WhyNot(request),
        InjectStartFailure request => WhyNot(request),
        RegisterDriver request => WhyNot(request),
        RegisterApplication request => WhyNot(request),
        Deregister request => WhyNot(request),
        SubmitIo request => WhyNot(request),
        _ => null,
    };

    internal override RefusalReason? WhyNot(AssignUnit request)
    {
        var (unit, partition) = (Machine.Find(request.Unit), Machine.Find(request.Partition));
        return OneOf(
            (Unavailable, IsOut(request)),
            (NotPresent, unit is null || partition is null),
            (InUse, unit is not null && IsTaken(unit, request)),
            (NotDynamic, IsFrozen(request)),
            (NotStopped, partition is not null && !IsStopped(partition, request)));
    }

    internal override RefusalReason? WhyNot(ReleaseUnit request)
    {
        var unit = Machine.Find(request.Unit);
        return OneOf(
            (Unavailable, IsOut(request)),
            (NotPresent, unit is null),
            (NotAssigned, unit is { Owner: null }),
            (NotDynamic, IsFrozen(request)),
            (NotStopped, unit?.Owner is { } owner && !IsStopped(owner, request)),
            (Insufficient, choice.KeepsLastUnit && unit?.Owner is { UnitCount: 1 }));
    }

    internal override RefusalReason? WhyNot(SwitchUnitPower request)
    {
        var unit = Machine.Find(request.Unit);
        return OneOf(
            (Unavailable, IsOut(request)),
            (NotPresent, unit is null),
            (InUse, unit is not null && IsTaken(unit, request)));
    }

    internal override RefusalReason? WhyNot(StartPartition request)
    {
        var partition = Machine.Find(request.Partition);
        return OneOf(
            (Unavailable, IsOut(request)),
            (NotPresent, partition is null),
            (NotRunning, !IsPowered(request)),
            (NotStopped, partition is not null && RunsAlready(partition)),
            (Insufficient, partition is not null && !CanStart(partition)));
    }

    internal override RefusalReason? WhyNot(StopPartition request)
    {
        var partition = Machine.Find(request.Partition);
        return OneOf(
            (Unavailable, IsOut(request)),
            (NotPresent, partition is null),
            (NotRunning, partition is not null && !IsUp(partition, request)));
    }

    internal override RefusalReason? WhyNot(RestartPartition request)
    {
        var partition = Machine.Find(request.Partition);
        return OneOf(
            (Unavailable, IsOut(request)),
            (NotPresent, partition is null),
            (NotRunning, partition is not null && !IsUp(partition, request)),
            (Insufficient, partition is not null && !CanStart(partition)));
    }

    internal override RefusalReason? WhyNot(PowerOnServer request) =>
        OneOf((Unavailable, IsOut(request)), (NotStopped, IsPowered(request)));

    internal override RefusalReason? WhyNot(PowerOffServer request) =>
        OneOf((Unavailable, IsOut(request)), (NotRunning, !IsPowered(request)));

    internal override RefusalReason? WhyNot(HotAdd request)
    {
        var (unit, partition) = (Machine.Find(request.Unit), Machine.Find(request.Partition));
        return OneOf(
            (Unavailable, IsOut(request)),
            (NotPresent, unit is null || partition is null),
            (NotDynamic, IsFrozen(request)),
            (NotRunning, partition is not null && !Runs(partition, request)),
            (NotSupported, Lacks(partition, HotOperation.Add, unit)),
            (InUse, unit is not null && IsTaken(unit, request)),
            (LimitExceeded, partition is not null && unit is not null && IsTooMuch(partition, unit)));
    }

    internal override RefusalReason? WhyNot(HotReplace request)
    {
        var (target, spare) = (Machine.Find(request.Target), Machine.Find(request.Spare));
        var partition = Machine.Find(request.Partition);
        return OneOf(
            (Unavailable, IsOut(request)),
            (NotPresent, target is null || spare is null || partition is null),
            (NotDynamic, IsFrozen(request)),
            (NotRunning, partition is not null && !Runs(partition, request)),
            (NotSupported, Lacks(partition, HotOperation.Replace, target)),
            (NotAssigned, target is not null && partition is not null && !Holds(partition, target, request)),
            (InUse, spare is not null && IsTaken(spare, request)),
            (Incompatible, target is not null && spare is not null && !AreIdentical(target, spare)),
            (Incompatible, partition is not null && !CanSleep(partition)));
    }

    internal override RefusalReason? WhyNot(HotRemove request)
    {
        var (unit, partition) = (Machine.Find(request.Unit), Machine.Find(request.Partition));
        return OneOf(
            (Unavailable, IsOut(request)),
            (NotPresent, unit is null || partition is null),
            (NotDynamic, IsFrozen(request)),
            (NotRunning, partition is not null && !Runs(partition, request)),
            (NotSupported, Lacks(partition, HotOperation.Remove, unit)),
            (NotAssigned, unit is not null && partition is not null && !Holds(partition, unit, request)),
            (Insufficient, unit is not null && partition is not null && IsIndispensable(partition, unit)));
    }

    internal override RefusalReason? WhyNot(InjectPartitionError request)
    {
        var partition = Machine.Find(request.Partition);
        return OneOf(
            (NotPresent, partition is null),
            (NotRunning, partition is not null && !Runs(partition, request)));
    }

    internal override RefusalReason? WhyNot(InjectStartFailure request)
    {
        var unit = Machine.Find(request.Unit);
        return OneOf(
            (NotPresent, unit is null),
            (InUse, unit is not null && IsTaken(unit, request)),
            (Invalid, request.Components < 1 || request.Components > unit?.Components));
    }

    internal override RefusalReason? WhyNot(RegisterDriver request)
    {
        var partition = Machine.Find(request.Partition);
        var arrives = request.Script.ProcessorArrivals || request.Script.MemoryArrivals;
        return OneOf(
            (NotPresent, partition is null),
            (NotRunning, partition is not null && !Runs(partition, request)),
            (Invalid, IsRegistered(request.Consumer, request) || Contradicts(request.Script)),
            (NotSupported, partition is not null && request.Script.Synchronous && !OffersCallbacks(partition)),
            (NotSupported, partition is not null && arrives && !OffersArrivals(partition)));
    }

    internal override RefusalReason? WhyNot(RegisterApplication request)
    {
        var partition = Machine.Find(request.Partition);
        return OneOf(
            (NotPresent, partition is null),
            (NotRunning, partition is not null && !Runs(partition, request)),
            (Invalid, IsRegistered(request.Consumer, request) || AsksForNothing(request.Script)),
            (NotSupported, partition is not null && !OffersArrivals(partition)));
    }

    internal override RefusalReason? WhyNot(SubmitIo request) => OneOf(
        (NotPresent, Machine.Find(request.Driver)?.System.FindDevice(request.Driver) is null),
        (Invalid, request.Requests < 1));

    private RefusalReason? OneOf(params (RefusalReason Reason, bool Applies)[] reasons)
    {
        var applying = reasons.Where(static one => one.Applies).Select(static one => one.Reason).ToArray();
        return applying.Length == 0 ? null : choice.Pick(applying);
    }

    private bool CanStart(Partition partition) =>
        HasProcessor(partition) && HasMemory(partition) && FitsProcessors(partition) && FitsMemory(partition);

    private bool Lacks(Partition? partition, HotOperation operation, Unit? unit) =>
        partition is not null && unit is not null && !Supports(partition, operation, unit.Kind);

    // What the partition holds already is counted: with it, it would hold what it holds.
    private bool IsTooMuch(Partition partition, Unit unit) => partition.Runs && unit.Owner != partition
        && unit.Kind switch
        {
            UnitKind.Processor => ExceedsMaximum(partition, unit),
            UnitKind.MemoryModule => ExceedsMemoryLimit(partition, unit),
            _ => false,
        };
}
