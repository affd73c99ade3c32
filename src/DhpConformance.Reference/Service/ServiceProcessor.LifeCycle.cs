using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <content>Life cycle.</content>
internal partial class ServiceProcessor
{
    internal virtual Outcome Apply(StartPartition request) =>
        Refusal(Admission.WhyNot(request)) ?? Start(Machine.Get(request.Partition));

    internal virtual Outcome Apply(StopPartition request) =>
        Refusal(Admission.WhyNot(request)) ?? Stop(Machine.Get(request.Partition));

    internal virtual Outcome Apply(RestartPartition request) =>
        Refusal(Admission.WhyNot(request)) ?? Restart(Machine.Get(request.Partition));

    internal virtual Outcome Apply(PowerOnServer request) => Refusal(Admission.WhyNot(request)) ?? PowerOn();

    internal virtual Outcome Apply(PowerOffServer request) => Refusal(Admission.WhyNot(request)) ?? PowerOff();

    internal virtual Outcome Start(Partition partition)
    {
        partition.System.Boot();
        partition.State = RunState.Running;
        return Outcome.Completed;
    }

    internal virtual Outcome Stop(Partition partition)
    {
        partition.System.ShutDown();
        partition.State = RunState.Stopped;
        return Outcome.Completed;
    }

    internal virtual Outcome Restart(Partition partition)
    {
        Stop(partition);
        return Start(partition);
    }

    internal virtual Outcome PowerOn()
    {
        Machine.PoweredOn = true;
        return Outcome.Completed;
    }

    internal virtual Outcome PowerOff()
    {
        foreach (var partition in Machine.Partitions)
        {
            Stop(partition);
        }

        Machine.PoweredOn = false;
        return Outcome.Completed;
    }
}
