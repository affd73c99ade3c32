using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("QUI-06", "A driver is asked before it returns to the working state.")]
internal sealed class AsksBeforeWaking(OperatingSystem system, Registry consumers) : PowerPolicy(system, consumers)
{
    internal override void WakeUp(Driver driver)
    {
        Tell(driver, NotificationKind.QueryPower);
        base.WakeUp(driver);
    }
}
