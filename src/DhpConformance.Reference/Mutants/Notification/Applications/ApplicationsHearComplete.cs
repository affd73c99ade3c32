using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("APP-15", "Applications get Complete as callbacks do.")]
internal sealed class ApplicationsHearComplete(OperatingSystem system, Registry consumers)
    : ProcessorCallbacks(system, consumers)
{
    internal override void Complete(LogicalProcessor processor)
    {
        base.Complete(processor);
        Registry.Applications.ForEach(application =>
            System.Tell(new(NotificationKind.ProcessorComplete, application.Id)
            {
                Unit = processor.Unit,
                Processor = processor,
            }));
    }
}
