using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Variants;

/// <summary>
/// An operating system that numbers processors and sizes pools as it likes, and goes on with what can wait as much or
/// as little as it likes, in any order.
/// </summary>
internal class FreeSystem(Partition partition, FreeChoice choice) : OperatingSystem(partition)
{
    private FreeProcessors? numbered;

    /// <summary>The number of the latest operation begun.</summary>
    public int Operation => Partition.Log.Operation;

    /// <summary>Logical processors added since the server settled, each of which causes a rebalance.</summary>
    public int ProcessorsAdded { get; private set; }

    internal override void Boot()
    {
        ProcessorsAdded = 0;
        numbered = Promises(Behaviour.ProcessorGroups)
            ? FreeProcessors.InGroups(Maximum, choice)
            : new FreeProcessors([Maximum], choice);
        Active = numbered;
        base.Boot();
        numbered.Shuffle();
    }

    internal override void SizePools()
    {
        PagedPoolBytes = 1 + choice.Next(MemoryBytes - 1);
        NonpagedPoolBytes = 1 + choice.Next(MemoryBytes - PagedPoolBytes);
    }

    internal override void AddMemory(Unit module)
    {
        base.AddMemory(module);
        SizePoolsAnew();
    }

    internal override void Remove(Unit unit)
    {
        base.Remove(unit);
        if (unit.Kind == UnitKind.MemoryModule)
        {
            SizePoolsAnew();
        }
    }

    // An application gives up the numbers of those that leave, and no others: those that were there when it started may
    // have other numbers by now.
    internal override void RemoveProcessor(Unit processor)
    {
        var gone = Active.InOrder().Where(each => each.Unit == processor.Id).ToArray();
        var before = Active.Masks();
        Active.Deactivate(processor.Id);
        var after = Active.Masks();
        foreach (var each in gone)
        {
            Services?.Arrivals.Removed(processor, each);
        }

        Services?.Registry.Applications.ForEach(application =>
            application.KeepWithin([.. before.Zip(after, static (had, has) => ~(had & ~has))]));
    }

    internal override void Add(Unit unit, int components)
    {
        ProcessorsAdded += unit.Kind == UnitKind.Processor && Promises(Behaviour.ResourceRebalance) ? components : 0;
        base.Add(unit, components);
        if (unit.Kind == UnitKind.IoHostBridge && Services?.PlugAndPlay is FreePlugAndPlay plugAndPlay)
        {
            plugAndPlay.BridgeAdded();
        }
    }

    internal override FailureReason Decline(Unit unit)
    {
        var vetoes = CountVetoes(unit);
        var reason = base.Decline(unit);
        return vetoes > 0 && vetoes < unit.Components && choice.Toss() ? FailureReason.StartFailed : reason;
    }

    internal override void StartOneByOne(Unit processor, int starting, SystemServices services)
    {
        var left = processor.Components - services.Callbacks.CountVetoes(processor.Components);
        var failing = left - starting;
        for (var i = 0; i < processor.Components; i++)
        {
            var next = Active.Next(processor.Id);
            if (!services.Callbacks.Start(next))
            {
                services.Callbacks.Fail(next);
            }
            else if (choice.Next(left--) < failing)
            {
                failing--;
                services.Callbacks.Fail(next);
            }
            else
            {
                Activate(processor, 1);
                services.Callbacks.Complete(next);
                services.Arrivals.Arrived(processor, next);
                services.PlugAndPlay.ProcessorAdded();
                LetTimePass();
            }
        }
    }

    /// <summary>
    /// Puts everybody to sleep for a hot replace. Says why it failed; null if it did not.
    /// </summary>
    public FailureReason? FallAsleep(bool spareStarts)
    {
        if (Services is not { Power: FreePower power })
        {
            return spareStarts ? null : FailureReason.StartFailed;
        }

        Services.PlugAndPlay.FinishRound();
        SignalHighMemory();
        return power.FallAsleep(spareStarts);
    }

    internal override Outcome Register(ConsumerId consumer, DriverScript script)
    {
        RebalanceForAnotherReason();
        var outcome = base.Register(consumer, script);
        if (outcome.Kind == OutcomeKind.Failed && choice.Toss())
        {
            // Registered in spite of its veto.
            outcome = base.Register(consumer, script with { IncludeExisting = false, VetoesStart = null });
        }

        if (outcome == Outcome.Completed && !script.ExistingArrivals)
        {
            ((FreeArrivals)Services!.Arrivals).NotifyOfUnsettled(Services.Registry.FindDriver(consumer)!);
        }

        return outcome;
    }

    internal override Outcome Register(ConsumerId consumer, ApplicationScript script)
    {
        RebalanceForAnotherReason();
        var outcome = base.Register(consumer, script);
        var application = Services!.Registry.Applications.Find(one => one.Id == consumer)!;
        ((FreeArrivals)Services.Arrivals).NotifyOfUnsettled(application);
        return outcome;
    }

    internal override void Submit(Device device, int requests)
    {
        RebalanceForAnotherReason();
        base.Submit(device, requests);
    }

    internal override void Deregister(ConsumerId consumer)
    {
        if (FindDevice(consumer) is { } device)
        {
            ((FreePower)Services!.Power).WakeDeviceOf(device);
            ((FreePlugAndPlay)Services.PlugAndPlay).FinishRound(device);
            Services.InputOutput.CompleteAll(device);
        }

        Services!.Arrivals.Forget(consumer);
        Services.Registry.Remove(consumer);
    }

    internal override bool GoOn()
    {
        LetTimePass();
        return false;
    }

    internal override void Settle()
    {
        ProcessorsAdded = 0;
        RebalanceForAnotherReason();
        while (GoOnce())
        {
        }

        if (Services is { } services)
        {
            ((FreeArrivals)services.Arrivals).Settle();
            ((FreePlugAndPlay)services.PlugAndPlay).Settle();
        }
    }

    /// <summary>Does some of what can wait.</summary>
    public void LetTimePass()
    {
        if (Partition.Runs && choice.Toss(16))
        {
            SignalHighMemory();
        }

        while (choice.IsTime() && GoOnce())
        {
        }
    }

    private void SignalHighMemory()
    {
        if (choice.Toss(4))
        {
            Tell(new(NotificationKind.HighMemory, null));
        }
    }

    private void SizePoolsAnew()
    {
        if (!Promises(Behaviour.FixedPools))
        {
            SizePools();
        }
    }

    private bool GoOnce() => Services is { } services && choice.Shuffled<Func<bool>>(
        [
            ((FreePower)services.Power).WakeOne,
            services.PlugAndPlay.GoOn,
            services.InputOutput.CompleteSome,
            services.Arrivals.DeliverOne,
        ]).Any(static step => step());

    private void RebalanceForAnotherReason()
    {
        if (Services?.PlugAndPlay is FreePlugAndPlay plugAndPlay && choice.Toss(4))
        {
            plugAndPlay.BeginForAnotherReason();
        }
    }
}
