using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

/// <remarks>
/// To misname what was there when a driver registered may break ASY-11; an application that is told rightly may
/// look wrong.
/// </remarks>
[Breaks("ASY-08", "The arrival of a processor names a wrong number to drivers.")]
internal sealed class DriversHearAnotherNumber(Partition partition) : MisnamesProcessors(partition)
{
    protected override bool IsMisnamed(Message message) =>
        message.Kind == NotificationKind.InterfaceArrival
        && !FindDriver(message.Consumer!.Value)!.Script.ExistingArrivals
        && !Services!.Registry.Applications.Exists(application => application.Script.ProcessorArrivals);
}
