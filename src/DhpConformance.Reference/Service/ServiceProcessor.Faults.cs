using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <content>Faults, and settling.</content>
internal partial class ServiceProcessor
{
    internal virtual Outcome Apply(InjectPartitionError request) =>
        Refusal(admission.WhyNot(request)) ?? Crash(Machine.Get(request.Partition));

    internal virtual Outcome Apply(InjectStartFailure request) =>
        Refusal(admission.WhyNot(request)) ?? Damage(Machine.Get(request.Unit), request.Components);

    internal virtual Outcome Apply(InjectServiceProcessorOutage request)
    {
        Machine.ServiceProcessorAnswers = request.Available;
        return Outcome.Completed;
    }

    // Nothing is ever under way between two requests, so there is nothing to wait for.
    internal virtual Outcome Apply(Settle request) => Outcome.Completed;

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
