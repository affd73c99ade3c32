using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("QUI-03", "A swap is not reported where no driver is registered.")]
internal sealed class SwapIsHiddenInEmptyPartitions(Partition partition) : OperatingSystem(partition)
{
    internal override void Tell(Message message)
    {
        if (message.Kind != NotificationKind.UnitsSwapped || Services is { Registry.Drivers.Count: > 0 })
        {
            base.Tell(message);
        }
    }
}
