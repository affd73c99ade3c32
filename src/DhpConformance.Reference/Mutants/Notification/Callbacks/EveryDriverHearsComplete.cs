using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-12", "Drivers without a callback get Complete, too.")]
internal sealed class EveryDriverHearsComplete(OperatingSystem system, Registry consumers)
    : ProcessorCallbacks(system, consumers)
{
    internal override void Complete(LogicalProcessor processor)
    {
        base.Complete(processor);
        foreach (var driver in Registry.Drivers.Where(driver => !driver.Script.Synchronous))
        {
            Call(driver, NotificationKind.ProcessorComplete, processor);
        }
    }
}
