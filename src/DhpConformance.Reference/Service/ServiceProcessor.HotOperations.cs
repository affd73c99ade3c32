using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <content>Hot operations.</content>
internal partial class ServiceProcessor
{
    internal virtual Outcome Apply(HotAdd request) =>
        Refusal(Admission.WhyNot(request))
        ?? Add(Machine.Get(request.Unit), Machine.Get(request.Partition));

    internal virtual Outcome Apply(HotReplace request) =>
        Refusal(Admission.WhyNot(request))
        ?? Replace(Machine.Get(request.Target), Machine.Get(request.Spare), Machine.Get(request.Partition));

    internal virtual Outcome Apply(HotRemove request) =>
        Refusal(Admission.WhyNot(request))
        ?? Remove(Machine.Get(request.Unit), Machine.Get(request.Partition));

    /// <summary>Adds a unit if any of its components is not vetoed and starts.</summary>
    internal virtual Outcome Add(Unit unit, Partition partition)
    {
        var starting = unit.Components - partition.System.CountVetoes(unit) - TakeFailingComponents(unit);
        if (starting <= 0)
        {
            return FailAdd(unit, partition);
        }

        var outcome = starting < unit.Components ? Outcome.PartlyCompleted : Outcome.Completed;
        Join(unit, partition);
        partition.System.Add(unit, starting);
        partition.System.Record(HotOperation.Add, unit, outcome.Kind);
        return outcome;
    }

    /// <summary>Swaps two units if the partition sleeps and the whole spare starts: half of it will not do.</summary>
    internal virtual Outcome Replace(Unit target, Unit spare, Partition partition)
    {
        var starts = TakeFailingComponents(spare) == 0;
        if (!partition.System.Sleep())
        {
            partition.System.Record(HotOperation.Replace, spare, OutcomeKind.Failed);
            return Outcome.Failed(FailureReason.QuiesceFailed);
        }

        if (!starts)
        {
            partition.System.WakeUp();
            return FailReplace(target, spare, partition);
        }

        Swap(target, spare, partition);
        partition.System.Replace(target, spare);
        partition.System.Tell(new(NotificationKind.UnitsSwapped, null) { Unit = spare.Id });
        partition.System.WakeUp();
        partition.System.Record(HotOperation.Replace, spare, OutcomeKind.Completed);
        return Outcome.Completed;
    }

    internal virtual Outcome Remove(Unit unit, Partition partition)
    {
        var holder = unit.Owner;
        unit.MoveTo(null);
        holder?.System.Remove(unit);
        partition.System.Record(HotOperation.Remove, unit, OutcomeKind.Completed);
        return Outcome.Completed;
    }

    internal virtual Outcome FailAdd(Unit unit, Partition partition)
    {
        var reason = partition.System.Decline(unit);
        partition.System.Record(HotOperation.Add, unit, OutcomeKind.Failed);
        return Outcome.Failed(reason);
    }

    internal virtual Outcome FailReplace(Unit target, Unit spare, Partition partition)
    {
        partition.System.Record(HotOperation.Replace, spare, OutcomeKind.Failed);
        return Outcome.Failed(FailureReason.StartFailed);
    }

    /// <summary>How many components of a unit do not start. The fault is used up by asking.</summary>
    internal virtual int TakeFailingComponents(Unit unit)
    {
        var failing = unit.FailingComponents;
        unit.FailingComponents = 0;
        return failing;
    }

    /// <summary>The unit now belongs to the running partition.</summary>
    internal virtual void Join(Unit unit, Partition partition)
    {
        unit.MoveTo(partition);
        unit.Power = UnitPower.On;
    }

    /// <summary>The spare is now where the target was.</summary>
    internal virtual void Swap(Unit target, Unit spare, Partition partition)
    {
        target.MoveTo(null);
        Join(spare, partition);
    }
}
