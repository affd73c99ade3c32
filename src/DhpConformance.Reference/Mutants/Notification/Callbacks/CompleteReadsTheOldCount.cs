using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-04", "A processor does not count as active yet when Complete is called.")]
internal sealed class CompleteReadsTheOldCount(Partition partition) : OperatingSystem(partition)
{
    private bool adding;

    internal override void AddProcessor(Unit processor, int components)
    {
        adding = true;
        base.AddProcessor(processor, components);
        adding = false;
    }

    internal override Notification Stamp(Message message) =>
        adding && message.Kind == NotificationKind.ProcessorComplete
            ? base.Stamp(message) with { ActiveProcessors = ActiveCount - 1 }
            : base.Stamp(message);
}
