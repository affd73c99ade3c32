using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-11", "A memory module is announced to callbacks as if it were a processor.")]
internal sealed class AnnouncesMemory(Partition partition) : OperatingSystem(partition)
{
    internal override void AddMemory(Unit module)
    {
        base.AddMemory(module);
        foreach (var driver in Services?.Audience.Callbacks ?? [])
        {
            Tell(new(NotificationKind.ProcessorStart, driver.Id)
            {
                Unit = module.Id,
                Processor = Active.InOrder()[0],
            });
        }
    }
}
