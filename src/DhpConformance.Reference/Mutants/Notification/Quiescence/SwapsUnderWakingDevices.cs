using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("QUI-09", "A hot replace is carried out although a device did not go to sleep.")]
internal sealed class SwapsUnderWakingDevices(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Replace(Unit target, Unit spare, Partition partition)
    {
        var outcome = base.Replace(target, spare, partition);
        var isAwake = partition.System.Services?.Registry.Devices.Any(device => device.Script.NeverReachesD3) ?? false;
        if (outcome.Failure != FailureReason.QuiesceFailed || !isAwake)
        {
            return outcome;
        }

        Swap(target, spare, partition);
        partition.System.Replace(target, spare);
        return Outcome.Completed;
    }
}
