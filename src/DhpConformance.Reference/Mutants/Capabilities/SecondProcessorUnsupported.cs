using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CAP-01", "Once a processor was hot added to a partition the next one is refused as not supported.")]
internal sealed class SecondProcessorUnsupported(Machine machine) : RefusesHotAdds(machine)
{
    private readonly HashSet<Partition> served = [];

    protected override RefusalReason? ObjectTo(Unit unit, Partition partition) =>
        unit.Kind == UnitKind.Processor && !served.Add(partition) ? RefusalReason.NotSupported : null;
}
