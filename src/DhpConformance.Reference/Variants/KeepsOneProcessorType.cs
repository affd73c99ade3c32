using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Variants;

/// <summary>Refuses a processor of another type than those that the partition holds.</summary>
internal class KeepsOneProcessorType(Machine machine) : Admission(machine)
{
    internal override RefusalReason? WhyNot(AssignUnit request) => base.WhyNot(request)
        ?? (Fits(Machine.Get(request.Unit), Machine.Get(request.Partition)) ? null : RefusalReason.Incompatible);

    internal override RefusalReason? WhyNot(HotAdd request) => base.WhyNot(request)
        ?? (Fits(Machine.Get(request.Unit), Machine.Get(request.Partition)) ? null : RefusalReason.Incompatible);

    internal virtual bool Fits(Unit unit, Partition partition)
    {
        for (var i = 0; unit.Kind == UnitKind.Processor && i < partition.Processors.Count; i++)
        {
            if (partition.Processors[i].Type != unit.Type)
            {
                return false;
            }
        }

        return true;
    }
}
