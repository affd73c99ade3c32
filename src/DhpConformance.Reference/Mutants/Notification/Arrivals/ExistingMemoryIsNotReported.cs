using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("ASY-11", "A driver that asks for existing interfaces is notified of processors only.")]
internal sealed class ExistingMemoryIsNotReported(OperatingSystem system, Registry consumers)
    : Arrivals(system, consumers)
{
    internal override void Existing(Driver driver, UnitKind kind, UnitId unit, LogicalProcessor? processor)
    {
        if (kind == UnitKind.Processor)
        {
            base.Existing(driver, kind, unit, processor);
        }
    }
}
