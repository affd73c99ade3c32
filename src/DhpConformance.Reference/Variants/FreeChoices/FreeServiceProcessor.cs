using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Variants;

/// <summary>
/// Leaves the switch of a replaced unit where it likes, and gives up a hot replace that has to fail at any moment.
/// </summary>
internal class FreeServiceProcessor(Machine machine, Admission admission, FreeChoice choice)
    : ServiceProcessor(machine, admission)
{
    /// <summary>Whether the service processor is out.</summary>
    public bool IsOut => !Machine.ServiceProcessorAnswers;

    /// <summary>The partition that a request about a consumer is about; null for any other request.</summary>
    public PartitionId? PartitionOf(Operation operation) => operation switch
    {
        RegisterDriver request => request.Partition,
        RegisterApplication request => request.Partition,
        Deregister request => Machine.Find(request.Consumer)?.Id,
        SubmitIo request => Machine.Find(request.Driver)?.Id,
        _ => null,
    };

    // All partitions: without registrations, a rebalance may still be due for a later one.
    internal override Outcome Apply(Settle request)
    {
        foreach (var partition in Machine.Partitions)
        {
            partition.System.Settle();
        }

        return Outcome.Completed;
    }

    internal override Outcome Replace(Unit target, Unit spare, Partition partition)
    {
        var starts = TakeFailingComponents(spare) == 0;
        if (((FreeSystem)partition.System).FallAsleep(starts) is { } reason)
        {
            partition.System.WakeUp();
            partition.System.Record(HotOperation.Replace, spare, OutcomeKind.Failed);
            return Outcome.Failed(reason);
        }

        Swap(target, spare, partition);
        partition.System.Replace(target, spare);
        partition.System.Tell(new(NotificationKind.UnitsSwapped, null) { Unit = spare.Id });
        partition.System.WakeUp();
        partition.System.Record(HotOperation.Replace, spare, OutcomeKind.Completed);
        return Outcome.Completed;
    }

    internal override void Swap(Unit target, Unit spare, Partition partition)
    {
        base.Swap(target, spare, partition);
        target.Power = choice.Toss() ? UnitPower.On : UnitPower.Off;
    }
}
