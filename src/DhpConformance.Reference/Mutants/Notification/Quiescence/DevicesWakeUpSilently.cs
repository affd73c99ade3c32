using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("QUI-04", "After the swap no notification says that devices are awake.")]
internal sealed class DevicesWakeUpSilently(Partition partition) : WakesUpWrongly(partition)
{
    protected override bool IsDelivered(Message message) => message.Kind != NotificationKind.DeviceAwake;
}
