using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CAP-01", "The hot add of processors is missing on one architecture, Itanium.")]
internal sealed class NoProcessorsOnItanium(Machine machine) : RefusesHotAdds(machine)
{
    protected override RefusalReason? ObjectTo(Unit unit, Partition partition) =>
        unit.Kind == UnitKind.Processor && partition.Profile.Architecture == "ia64" ? RefusalReason.NotSupported : null;
}
