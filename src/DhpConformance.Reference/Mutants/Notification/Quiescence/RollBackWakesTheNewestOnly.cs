using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("QUI-10", "When a device does not sleep, only the driver registered last is sent back to the working state.")]
internal sealed class RollBackWakesTheNewestOnly(Partition partition) : OperatingSystem(partition)
{
    private bool fallingAsleep;

    internal override bool Sleep()
    {
        fallingAsleep = true;
        var sleeps = base.Sleep();
        fallingAsleep = false;
        return sleeps;
    }

    internal override void Tell(Message message)
    {
        if (!fallingAsleep
            || message.Kind != NotificationKind.SetPowerWorking
            || message.Consumer == Services!.Registry.Drivers[^1].Id)
        {
            base.Tell(message);
        }
    }
}
