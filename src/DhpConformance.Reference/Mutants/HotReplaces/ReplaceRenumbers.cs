using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("REP-20", "The logical processors of a spare get new numbers.")]
internal sealed class ReplaceRenumbers(Partition partition) : OperatingSystem(partition)
{
    internal override void Replace(Unit target, Unit spare)
    {
        if (target.Kind == UnitKind.Processor)
        {
            Activate(spare, spare.Components);
            Active.Deactivate(target.Id);
        }
    }
}
