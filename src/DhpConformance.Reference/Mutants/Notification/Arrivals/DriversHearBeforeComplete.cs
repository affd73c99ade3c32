using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

/// <remarks>
/// Without a callback there is no Complete, and to tell of the arrival at once is right.
/// </remarks>
[Breaks("ASY-06", "Drivers are notified of the arrival of a processor before its Complete.")]
internal sealed class DriversHearBeforeComplete(OperatingSystem system, Registry consumers)
    : ProcessorCallbacks(system, consumers)
{
    internal override void Complete(LogicalProcessor processor)
    {
        foreach (var driver in Registry.Drivers.Where(driver => Accepted.Count > 0 && driver.Script.ProcessorArrivals))
        {
            System.Tell(new(NotificationKind.InterfaceArrival, driver.Id)
            {
                Unit = processor.Unit,
                Processor = processor,
            });
        }

        base.Complete(processor);
    }
}
