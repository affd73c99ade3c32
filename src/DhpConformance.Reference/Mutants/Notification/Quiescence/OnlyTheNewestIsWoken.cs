using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("QUI-04", "After the swap only the driver registered last gets set-power for the working state.")]
internal sealed class OnlyTheNewestIsWoken(Partition partition) : WakesUpWrongly(partition)
{
    protected override bool IsDelivered(Message message) =>
        message.Kind != NotificationKind.SetPowerWorking || message.Consumer == Services!.Registry.Drivers[^1].Id;
}
