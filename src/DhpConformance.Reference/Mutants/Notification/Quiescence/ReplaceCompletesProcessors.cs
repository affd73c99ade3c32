using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("QUI-12", "When a processor was replaced, callbacks get Complete for the spare.")]
internal sealed class ReplaceCompletesProcessors(Partition partition) : OperatingSystem(partition)
{
    private Unit? arrived;

    internal override void Replace(Unit target, Unit spare)
    {
        base.Replace(target, spare);
        arrived = spare.Kind == UnitKind.Processor ? spare : null;
    }

    internal override void WakeUp()
    {
        base.WakeUp();
        if (arrived is not null && Services is not null)
        {
            var processor = Active.InOrder().First(each => each.Unit == arrived.Id);
            foreach (var driver in Services.Registry.Callbacks)
            {
                Tell(new(NotificationKind.ProcessorComplete, driver.Id) { Unit = arrived.Id, Processor = processor });
            }
        }

        arrived = null;
    }
}
