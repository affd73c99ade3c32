namespace DhpConformance.Reference.Mutants;

[Breaks("PROC-11", "Components that did not start at a hot add stay parked at the next boot.")]
internal sealed class ParkedStaysParked(Partition partition) : OperatingSystem(partition)
{
    private readonly Dictionary<Unit, int> started = [];

    internal override void AddProcessor(Unit processor, int components)
    {
        started[processor] = components;
        base.AddProcessor(processor, components);
    }

    internal override void Activate(Unit processor, int components) =>
        base.Activate(processor, Math.Min(components, started.GetValueOrDefault(processor, components)));
}
