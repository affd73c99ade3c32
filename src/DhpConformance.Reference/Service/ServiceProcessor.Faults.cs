using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <content>Faults, and settling.</content>
internal partial class ServiceProcessor
{
    internal virtual Outcome Apply(InjectPartitionError request) =>
        Refusal(Admission.WhyNot(request)) ?? Crash(Machine.Get(request.Partition));

    internal virtual Outcome Apply(InjectStartFailure request) =>
        Refusal(Admission.WhyNot(request)) ?? Damage(Machine.Get(request.Unit), request.Components);

    internal virtual Outcome Apply(InjectServiceProcessorOutage request)
    {
        Machine.ServiceProcessorAnswers = request.Available;
        return Outcome.Completed;
    }

    // Requests never overlap here, so only deferred work of the partitions is left to do.
    internal virtual Outcome Apply(Settle request)
    {
        foreach (var partition in Machine.Inhabited)
        {
            partition.System.Settle();
        }

        return Outcome.Completed;
    }

    internal virtual Outcome Crash(Partition partition)
    {
        partition.System.ShutDown();
        partition.State = RunState.Crashed;
        return Outcome.Completed;
    }

    internal virtual Outcome Damage(Unit unit, int components)
    {
        unit.FailingComponents = components;
        return Outcome.Completed;
    }
}
