using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-26", "A registration that vetoes an existing processor is refused as busy.")]
internal sealed class VetoedRegistrationIsBusy(Partition partition) : OperatingSystem(partition)
{
    internal override Outcome Register(ConsumerId consumer, DriverScript script)
    {
        var outcome = base.Register(consumer, script);
        return outcome == Outcome.Completed ? outcome : Outcome.Refused(RefusalReason.Busy);
    }
}
