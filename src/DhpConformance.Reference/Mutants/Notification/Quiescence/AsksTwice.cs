using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("QUI-06", "A driver is asked twice whether the partition may sleep.")]
internal sealed class AsksTwice(OperatingSystem system, Registry consumers) : PowerPolicy(system, consumers)
{
    internal override bool Query(Driver driver)
    {
        var agrees = base.Query(driver);
        if (agrees)
        {
            Tell(driver, NotificationKind.QueryPower);
        }

        return agrees;
    }
}
