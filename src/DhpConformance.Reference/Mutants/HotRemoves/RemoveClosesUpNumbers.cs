using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REM-10", "After a hot remove the numbers of the remaining logical processors close up.")]
internal sealed class RemoveClosesUpNumbers(Partition partition) : OperatingSystem(partition)
{
    internal override void Remove(Unit unit)
    {
        base.Remove(unit);
        if (unit.Kind == UnitKind.Processor)
        {
            var remaining = Active.InOrder();
            Active.Clear();
            foreach (var processor in remaining)
            {
                Active.Activate(processor.Unit);
            }
        }
    }
}
