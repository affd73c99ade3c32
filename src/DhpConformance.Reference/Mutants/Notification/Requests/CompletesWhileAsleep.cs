using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("IO-03", "A request completes while its device sleeps.")]
internal sealed class CompletesWhileAsleep(Partition partition) : OperatingSystem(partition)
{
    internal override void Replace(Unit target, Unit spare)
    {
        var asleep = Services?.Registry.Devices.Where(device => device.State == DeviceState.Paused) ?? [];
        foreach (var device in asleep.Where(device => device.Waiting.Count > 0))
        {
            Services!.InputOutput.Complete(device);
        }

        base.Replace(target, spare);
    }
}
