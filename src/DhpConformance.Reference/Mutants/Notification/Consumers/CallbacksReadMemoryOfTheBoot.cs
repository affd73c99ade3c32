using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CON-06", "A callback reads the amount of memory that was there at boot.")]
internal sealed class CallbacksReadMemoryOfTheBoot(Partition partition) : OperatingSystem(partition)
{
    private long atBoot;

    internal override void Boot()
    {
        base.Boot();
        atBoot = MemoryBytes;
    }

    internal override Notification Stamp(Message message) =>
        message.Kind is NotificationKind.ProcessorStart or NotificationKind.ProcessorComplete
            ? base.Stamp(message) with { MemoryBytes = atBoot }
            : base.Stamp(message);
}
