using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

/// <remarks>
/// A driver that is notified correctly may look wrong.
/// </remarks>
[Breaks("APP-07", "The arrival of a processor names a wrong number to applications.")]
internal sealed class ApplicationsHearAnotherNumber(Partition partition) : MisnamesProcessors(partition)
{
    protected override bool IsMisnamed(Message message) =>
        message.Kind == NotificationKind.DeviceArrival
        && !Services!.Registry.Drivers.Exists(driver => driver.Script.ProcessorArrivals);
}
