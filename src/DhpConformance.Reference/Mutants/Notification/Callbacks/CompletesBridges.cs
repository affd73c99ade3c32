using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("SYN-11", "Callbacks get Complete when an I/O host bridge was added.")]
internal sealed class CompletesBridges(Partition partition) : OperatingSystem(partition)
{
    internal override void Add(Unit unit, int components)
    {
        base.Add(unit, components);
        if (unit.Kind == UnitKind.IoHostBridge && Services is not null)
        {
            foreach (var driver in Services.Registry.Callbacks)
            {
                var first = Active.InOrder()[0];
                Tell(new(NotificationKind.ProcessorComplete, driver.Id) { Unit = first.Unit, Processor = first });
            }
        }
    }
}
