using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-21", "A driver is notified of existing processors although it did not ask for them.")]
internal sealed class OffersExistingToEverybody(Partition partition) : OperatingSystem(partition)
{
    internal override Outcome Register(ConsumerId consumer, DriverScript script)
    {
        if (script is { Synchronous: true, IncludeExisting: false })
        {
            var first = Active.InOrder()[0];
            Tell(new(NotificationKind.ProcessorStart, consumer) { Unit = first.Unit, Processor = first });
            Tell(new(NotificationKind.ProcessorComplete, consumer) { Unit = first.Unit, Processor = first });
        }

        return base.Register(consumer, script);
    }
}
