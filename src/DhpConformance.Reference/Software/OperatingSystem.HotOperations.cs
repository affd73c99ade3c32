using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <content>What the operating system does when hardware comes and goes while it runs.</content>
internal partial class OperatingSystem
{
    /// <summary>A unit has joined the partition.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="components">How many of its components started, 1 or more; the others stay parked.</param>
    internal virtual void Add(Unit unit, int components)
    {
        switch (unit.Kind)
        {
            case UnitKind.Processor:
                AddProcessor(unit, components);
                break;
            case UnitKind.MemoryModule:
                AddMemory(unit);
                MemoryArrived(unit, Services);
                break;
            default:
                // A bridge counts as started from the moment the partition holds it: see StartsBridge.
                break;
        }
    }

    internal virtual void AddProcessor(Unit processor, int components)
    {
        if (Services is null)
        {
            Activate(processor, components);
        }
        else
        {
            StartOneByOne(processor, components, Services);
        }

        numbered = Partition.Processors.Version;
    }

    /// <summary>How many components of a unit that is to be added some driver will veto.</summary>
    internal virtual int CountVetoes(Unit unit) =>
        Services is null || unit.Kind != UnitKind.Processor ? 0 : Services.Callbacks.CountVetoes(unit.Components);

    /// <summary>
    /// No component of a unit starts. Drivers are called with Failure for those of a processor; the reason is given
    /// here.
    /// </summary>
    internal virtual FailureReason Decline(Unit unit)
    {
        var reason = CountVetoes(unit) > 0 ? FailureReason.Vetoed : FailureReason.StartFailed;
        if (Services is not null && unit.Kind == UnitKind.Processor)
        {
            StartOneByOne(unit, 0, Services);
        }

        return reason;
    }

    internal virtual void AddMemory(Unit module) => MemoryBytes += module.Capacity;

    // The high memory condition promises nothing, so it may be signalled whenever a consumer could observe it.
    private void MemoryArrived(Unit module, SystemServices? services)
    {
        if (services is not null)
        {
            Tell(new(NotificationKind.HighMemory, null));
            services.Arrivals.Arrived(module, null);
        }
    }

    /// <summary>The spare has taken the place of the target; nothing logical changes.</summary>
    internal virtual void Replace(Unit target, Unit spare)
    {
        if (target.Kind == UnitKind.Processor)
        {
            Active.Swap(target.Id, spare.Id);
            numbered = Partition.Processors.Version;
        }
    }

    /// <summary>A unit has left the partition.</summary>
    internal virtual void Remove(Unit unit)
    {
        switch (unit.Kind)
        {
            case UnitKind.Processor:
                RemoveProcessor(unit);
                break;
            case UnitKind.MemoryModule:
                MemoryBytes -= unit.Capacity;
                Services?.Arrivals.Removed(unit, null);
                break;
            default:
                break;
        }
    }

    internal virtual void RemoveProcessor(Unit processor)
    {
        var gone = Services is null ? [] : Active.InOrder().Where(each => each.Unit == processor.Id);
        Active.Deactivate(processor.Id);
        numbered = Partition.Processors.Version;
        foreach (var each in gone)
        {
            Services!.Arrivals.Removed(processor, each);
        }

        Services?.Registry.Applications.ForEach(application => application.KeepWithin(Active.Masks()));
    }

    /// <summary>Puts everybody to sleep for a hot replace. False if somebody does not; then all are awake.</summary>
    internal virtual bool Sleep()
    {
        if (Services is null)
        {
            return true;
        }

        Services.PlugAndPlay.FinishRound();
        return Services.Power.Sleep();
    }

    /// <summary>The hot replace is over, or has failed.</summary>
    internal virtual void WakeUp() => Services?.Power.WakeUp();

    /// <summary>Remembers how a hot operation ended, to show it until the next one or the next boot.</summary>
    internal virtual void Record(HotOperation operation, Unit unit, OutcomeKind outcome) =>
        LatestHotOperation = new HotOperationStatus(operation, unit.Id, outcome);

    /// <summary>
    /// Announces, activates and confirms each logical processor before the next one is announced. Start failures hit
    /// the first ones that are not vetoed.
    /// </summary>
    internal virtual void StartOneByOne(Unit processor, int starting, SystemServices services)
    {
        var failing = processor.Components - starting - services.Callbacks.CountVetoes(processor.Components);
        for (var i = 0; i < processor.Components; i++)
        {
            var next = Active.Next(processor.Id);
            if (!services.Callbacks.Start(next) || failing-- > 0)
            {
                services.Callbacks.Fail(next);
                continue;
            }

            Activate(processor, 1);
            services.Callbacks.Complete(next);
            services.Arrivals.Arrived(processor, next);
            services.PlugAndPlay.ProcessorAdded();
        }
    }
}
