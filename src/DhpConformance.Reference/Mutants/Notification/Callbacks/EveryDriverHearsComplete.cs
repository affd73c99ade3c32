using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-12", "Drivers without a callback are told Complete too.")]
internal sealed class EveryDriverHearsComplete(OperatingSystem system, Audience audience)
    : ProcessorCallbacks(system, audience)
{
    internal override void Complete(LogicalProcessor processor)
    {
        base.Complete(processor);
        foreach (var driver in Audience.Drivers.Where(driver => !driver.Script.Synchronous))
        {
            Call(driver, NotificationKind.ProcessorComplete, processor);
        }
    }
}
