using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

/// <summary>
/// Tells drivers of memory modules that arrive after they have gone. One that is registered again, here or in another
/// partition, is somebody new and left alone: to tell that one breaks another rule.
/// </summary>
internal abstract class TellsTheGone(Machine machine, Admission admission) : ServiceProcessor(machine, admission)
{
    /// <summary>Who is notified although it is not registered any more, and where it was.</summary>
    protected Dictionary<ConsumerId, Partition> Gone { get; } = [];

    internal override Outcome Add(Unit unit, Partition partition)
    {
        var outcome = base.Add(unit, partition);
        if (outcome == Outcome.Completed && unit.Kind == UnitKind.MemoryModule)
        {
            foreach (var (driver, home) in Gone)
            {
                if (home == partition && Machine.Find(driver) is null)
                {
                    partition.System.Tell(new(NotificationKind.InterfaceArrival, driver) { Unit = unit.Id });
                }
            }
        }

        return outcome;
    }
}
