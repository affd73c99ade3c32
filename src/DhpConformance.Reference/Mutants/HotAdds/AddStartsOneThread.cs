namespace DhpConformance.Reference.Mutants;

[Breaks("ADD-10", "Only one logical processor of a hot added processor becomes active.")]
internal sealed class AddStartsOneThread(Partition partition) : OperatingSystem(partition)
{
    internal override void AddProcessor(Unit processor, int components) =>
        base.AddProcessor(processor, components == processor.Components ? 1 : components);
}
