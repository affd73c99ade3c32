using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-11", "Callbacks are called with Start when a memory module was added.")]
internal sealed class AnnouncesMemory(Partition partition) : OperatingSystem(partition)
{
    internal override void AddMemory(Unit module)
    {
        base.AddMemory(module);
        foreach (var driver in Services?.Registry.Callbacks ?? [])
        {
            var first = Active.InOrder()[0];
            Tell(new(NotificationKind.ProcessorStart, driver.Id) { Unit = first.Unit, Processor = first });
        }
    }
}
