using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <summary>Takes the requests, one at a time, and has each of them carried out before it is answered.</summary>
internal class RequestHandler(ServiceProcessor service)
{
    /// <summary>Answers one request.</summary>
    internal virtual Outcome Handle(Operation operation) => CarryOut(operation);

    /// <summary>Has the whole effect of a request take place, unless it is refused.</summary>
    protected Outcome CarryOut(Operation operation) => operation switch
    {
        AssignUnit request => service.Apply(request),
        ReleaseUnit request => service.Apply(request),
        SwitchUnitPower request => service.Apply(request),
        StartPartition request => service.Apply(request),
        StopPartition request => service.Apply(request),
        RestartPartition request => service.Apply(request),
        PowerOnServer request => service.Apply(request),
        PowerOffServer request => service.Apply(request),
        HotAdd request => service.Apply(request),
        HotReplace request => service.Apply(request),
        HotRemove request => service.Apply(request),
        InjectPartitionError request => service.Apply(request),
        InjectStartFailure request => service.Apply(request),
        InjectServiceProcessorOutage request => service.Apply(request),
        RegisterDriver request => service.Apply(request),
        RegisterApplication request => service.Apply(request),
        Deregister request => service.Apply(request),
        SubmitIo request => service.Apply(request),
        Settle request => service.Apply(request),
        _ => throw new ArgumentNullException(nameof(operation)),
    };
}
