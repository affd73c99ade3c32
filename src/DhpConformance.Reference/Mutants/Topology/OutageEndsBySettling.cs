using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("TOP-09", "An outage of the service processor is over once the server has settled.")]
internal sealed class OutageEndsBySettling(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Apply(Settle request)
    {
        Machine.ServiceProcessorAnswers = true;
        return base.Apply(request);
    }
}
