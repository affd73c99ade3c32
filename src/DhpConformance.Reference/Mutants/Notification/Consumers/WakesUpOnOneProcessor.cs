using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CON-06", "A driver that gets the return to the working state reads a single active processor.")]
internal sealed class WakesUpOnOneProcessor(Partition partition) : OperatingSystem(partition)
{
    internal override Notification Stamp(Message message) =>
        message.Kind == NotificationKind.SetPowerWorking
            ? base.Stamp(message) with { ActiveProcessors = 1 }
            : base.Stamp(message);
}
