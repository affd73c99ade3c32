using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <content>
/// Drivers and applications, which are the operating systems' business: the service processor only passes them on.
/// </content>
internal partial class ServiceProcessor
{
    internal virtual Outcome Apply(RegisterDriver request) =>
        Refusal(Admission.WhyNot(request))
        ?? Inhabit(Machine.Get(request.Partition)).Register(request.Consumer, request.Script);

    internal virtual Outcome Apply(RegisterApplication request) =>
        Refusal(Admission.WhyNot(request))
        ?? Inhabit(Machine.Get(request.Partition)).Register(request.Consumer, request.Script);

    internal virtual Outcome Apply(Deregister request) =>
        Refusal(Admission.WhyNot(request)) ?? Deregister(request.Consumer, Machine.Find(request.Consumer)!);

    internal virtual Outcome Apply(SubmitIo request) =>
        Refusal(Admission.WhyNot(request))
        ?? Submit(Machine.Find(request.Driver)!.System, request.Driver, request.Requests);

    /// <summary>Lets every operating system do a little of what it has put off.</summary>
    internal virtual void GoOn()
    {
        foreach (var partition in Machine.Inhabited)
        {
            partition.System.GoOn();
        }
    }

    internal virtual Outcome Deregister(ConsumerId consumer, Partition partition)
    {
        partition.System.Deregister(consumer);
        return Outcome.Completed;
    }

    internal virtual Outcome Submit(OperatingSystem system, ConsumerId driver, int requests)
    {
        system.Submit(system.FindDevice(driver)!, requests);
        return Outcome.Completed;
    }

    private OperatingSystem Inhabit(Partition partition)
    {
        if (!Machine.Inhabited.Contains(partition))
        {
            Machine.Inhabited.Add(partition);
        }

        return partition.System;
    }
}
