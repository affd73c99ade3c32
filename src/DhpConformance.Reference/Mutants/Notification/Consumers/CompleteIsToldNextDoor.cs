using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CON-05", "The callbacks of another running partition get Complete as well.")]
internal sealed class CompleteIsToldNextDoor(Machine machine, Admission admission)
    : ServiceProcessor(machine, admission)
{
    internal override Outcome Add(Unit unit, Partition partition)
    {
        var outcome = base.Add(unit, partition);
        if (outcome == Outcome.Completed && unit.Kind == UnitKind.Processor
            && Machine.RunningNeighbour(partition)?.System is { Services: { } services } neighbour)
        {
            var processor = partition.System.Observe().Processors[^1];
            foreach (var driver in services.Registry.Callbacks)
            {
                neighbour.Tell(
                    new(NotificationKind.ProcessorComplete, driver.Id) { Unit = unit.Id, Processor = processor });
            }
        }

        return outcome;
    }
}
