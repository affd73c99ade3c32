using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-22", "An existing processor is completed before the next one is offered.")]
internal sealed class CompletesExistingOneByOne(OperatingSystem system, Registry consumers)
    : ProcessorCallbacks(system, consumers)
{
    internal override bool OfferExisting(Driver driver, IReadOnlyList<LogicalProcessor> active)
    {
        if (driver.Script.VetoesStart <= active.Count)
        {
            return base.OfferExisting(driver, active);
        }

        foreach (var processor in active)
        {
            base.OfferExisting(driver, [processor]);
        }

        return true;
    }
}
