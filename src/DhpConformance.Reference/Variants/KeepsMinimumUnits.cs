using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Variants;

/// <summary>Lets no partition have fewer than two units once it has them.</summary>
internal class KeepsMinimumUnits(Machine machine) : Admission(machine)
{
    /// <summary>How many units a partition keeps.</summary>
    internal virtual int Minimum => TraitVariants.Units;

    internal override RefusalReason? WhyNot(ReleaseUnit request) => base.WhyNot(request)
        ?? (Machine.Get(request.Unit).Owner!.UnitCount > Minimum ? null : RefusalReason.Insufficient);

    internal override bool IsIndispensable(Partition partition, Unit unit) =>
        base.IsIndispensable(partition, unit) || partition.UnitCount <= Minimum;
}
