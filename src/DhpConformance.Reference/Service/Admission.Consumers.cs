using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Reference;

/// <content>Consumers: what drivers and applications can ask for.</content>
internal partial class Admission
{
    internal virtual RefusalReason? WhyNot(RegisterDriver request) =>
        Machine.Find(request.Partition) is not { } partition ? NotPresent
        : IsRegistered(request.Consumer, request) || Contradicts(request.Script) ? Invalid
        : !Runs(partition, request) ? NotRunning
        : Offers(partition, request.Script) ? null : NotSupported;

    internal virtual RefusalReason? WhyNot(RegisterApplication request) =>
        Machine.Find(request.Partition) is not { } partition ? NotPresent
        : IsRegistered(request.Consumer, request) || AsksForNothing(request.Script) ? Invalid
        : !Runs(partition, request) ? NotRunning
        : OffersArrivals(partition) ? null : NotSupported;

    internal virtual RefusalReason? WhyNot(Deregister request) =>
        IsRegistered(request.Consumer, request) ? null : NotPresent;

    internal virtual RefusalReason? WhyNot(SubmitIo request) =>
        Machine.Find(request.Driver)?.System.FindDevice(request.Driver) is null ? NotPresent
        : request.Requests < 1 ? Invalid : null;

    /// <summary>Whether somebody of this name is registered, anywhere on the server.</summary>
    internal virtual bool IsRegistered(ConsumerId consumer, Operation request) =>
        Machine.Find(consumer) is not null;

    /// <summary>Whether a script asks for one thing without the other that it needs.</summary>
    internal virtual bool Contradicts(DriverScript script) =>
        (!script.Synchronous && (script.IncludeExisting || script.VetoesStart is not null))
        || script.VetoesStart < 1
        || (script.ExistingArrivals && !script.ProcessorArrivals && !script.MemoryArrivals)
        || (script.Device is { } device && Contradicts(device));

    /// <summary>Whether it is free when the device is gone, and yet that would decide how a hot replace ends.</summary>
    internal virtual bool Contradicts(DeviceScript device) =>
        device.FailsRestart && (device.NonDynamic || device.NeverReachesD3 || device.RejectsQueryPower);

    internal virtual bool AsksForNothing(ApplicationScript script) =>
        !script.ProcessorArrivals && !script.MemoryArrivals;

    private bool Offers(Partition partition, DriverScript script) =>
        (!script.Synchronous || OffersCallbacks(partition))
        && ((!script.ProcessorArrivals && !script.MemoryArrivals) || OffersArrivals(partition));

    internal virtual bool OffersCallbacks(Partition partition) =>
        partition.System.Promises(Behaviour.SynchronousNotification);

    internal virtual bool OffersArrivals(Partition partition) =>
        partition.System.Promises(Behaviour.ArrivalNotification);
}
