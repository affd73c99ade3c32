using DhpConformance.Abstractions;
using DhpConformance.Model.Consumers;

namespace DhpConformance.Engine.Consumers;

/// <summary>What is done with the device of a consumer: requests, interrupts, stop and start, sleep.</summary>
internal sealed class DeviceSteps(VirtualSystem system)
{
    private const int MostDpcs = 1024;
    private const uint RequestBytes = 4096;

    // Milliseconds that pass while requests are waited for: some are served by a timer, and none takes longer.
    private static readonly int[] Rounds = [10, 10, 100, 1000, 5000, 30_000];

    private ulong requests;

    /// <summary>Whether a processor was added since the last rebalance.</summary>
    public bool RebalanceIsDue { get; set; }

    /// <summary>Whether nothing is stopped, or about to be, or asleep.</summary>
    public bool IsWorking => system.State is
    {
        Device: DeviceStage.None or DeviceStage.Started, SystemPower: SystemPower.S0,
    };

    /// <summary>Starts the device, and answers whether it works.</summary>
    public bool Start()
    {
        var mask = system.State.MaskOf(0);
        var started = system.Deliver(new StartDeviceEvent(0, mask)) is { Succeeded: true };
        system.Change(state => state with { Device = started ? DeviceStage.Started : state.Device });
        return started;
    }

    /// <summary>Takes a step, if it makes sense.</summary>
    public void Take(ConsumerStep step)
    {
        var (device, power) = (system.State.Device, system.State.SystemPower);
        switch (step)
        {
            case SubmitRequest it when device != DeviceStage.None:
                Submit(Math.Clamp(it.Processor, 0, system.State.Processors.Length - 1));
                break;
            case InterruptOn it when IsServing:
                Interrupt(Math.Clamp(it.Processor, 0, system.State.Processors.Length - 1));
                break;
            case QueryStop when device == DeviceStage.Started && power == SystemPower.S0:
                AskToStop();
                break;
            case StopDevice when device == DeviceStage.StopPending && power == SystemPower.S0:
                Stop();
                break;
            case CancelStop when device is DeviceStage.StopPending or DeviceStage.Started && power == SystemPower.S0:
                Cancel();
                break;
            case RestartDevice when device == DeviceStage.Stopped && power == SystemPower.S0:
                Start();
                break;
            case QuerySleep when device != DeviceStage.None && power == SystemPower.S0:
                system.Deliver(new QueryPowerEvent(SystemPower.S4));
                break;
            case Suspend when power == SystemPower.S0:
                Sleep();
                break;
            case ReplaceSilicon when power == SystemPower.S4:
                system.Change(state => state with { Replacements = state.Replacements + 1 });
                system.Note(Happening.Replaced);
                break;
            case Resume when power == SystemPower.S4:
                Wake();
                break;
        }
    }

    /// <summary>What goes on while the consumer waits: DPCs run, and the hardware finishes what it was given.</summary>
    public void GoOn()
    {
        RunDpcs();
        if (!system.State.Requests.IsEmpty)
        {
            ServeInterrupts();
        }
    }

    /// <summary>Runs the DPCs that were queued, until none is left.</summary>
    public void RunDpcs()
    {
        for (var i = 0; i < MostDpcs && system.State is { Dpcs.IsEmpty: false, SystemPower: SystemPower.S0 }; i++)
        {
            var processor = system.State.Dpcs[0];
            system.Change(state => state with { Dpcs = state.Dpcs.RemoveAt(0) });
            if (system.Deliver(new RunEvent(processor), processor) is null)
            {
                return;
            }
        }
    }

    /// <summary>Lets a rebalance run that is due, and requests come to their end.</summary>
    public void Settle()
    {
        if (RebalanceIsDue && system.State.Device == DeviceStage.Started)
        {
            RebalanceIsDue = false;
            AskToStop();
            Stop();

            // A device that was not stopped is not started either: it stays as it is.
            if (system.State.Device == DeviceStage.Stopped)
            {
                Start();
            }
        }

        RunDpcs();
        foreach (var milliseconds in Rounds)
        {
            if (system.State.Requests.IsEmpty || system.HasBroken)
            {
                return;
            }

            Serve();
            system.Deliver(new TickEvent(milliseconds));
            RunDpcs();
        }
    }

    /// <summary>Ends what is half done: sleep, and a stop.</summary>
    public void MakeWork()
    {
        if (system.State.SystemPower == SystemPower.S4)
        {
            Wake();
        }

        switch (system.State.Device)
        {
            case DeviceStage.StopPending:
                Cancel();
                break;
            case DeviceStage.Stopped:
                Start();
                break;
        }
    }

    private bool IsServing => system.State is
    {
        Device: DeviceStage.Started or DeviceStage.StopPending,
        SystemPower: SystemPower.S0,
        DevicePower: DevicePower.D0,
    };

    private void Submit(int processor)
    {
        // Every other request lies above 4 GiB, if there is memory.
        var number = ++requests;
        var low = (number * RequestBytes) + (1UL << 20);
        var high = (system.State.Memory & ~0xFFFUL) - (number * RequestBytes);
        var io = new IoEvent(number, processor, (number & 1) == 0 ? low : high, RequestBytes);
        system.Change(state => state with { Requests = state.Requests.Add(number, io) });
        if (system.Deliver(io, processor) is { Status: < 0 })
        {
            // An error in the answer ends it as well.
            system.Change(state => state with { Requests = state.Requests.Remove(number) });
        }
    }

    private void Interrupt(int index)
    {
        var processor = system.State.Processors[index];
        foreach (var (handle, affinity) in system.State.Interrupts)
        {
            if (SystemState.Covers(affinity, processor) && IsServing)
            {
                system.Deliver(new InterruptEvent(handle, index), index);
            }
        }
    }

    private void Serve()
    {
        ServeInterrupts();
        RunThreads();
    }

    private void ServeInterrupts()
    {
        foreach (var (handle, affinity) in system.State.Interrupts)
        {
            var first = system.State.Processors.FirstOrDefault(one => SystemState.Covers(affinity, one));
            if (IsServing)
            {
                system.Deliver(new InterruptEvent(handle, first.Index), first.Index);
                RunDpcs();
            }
        }
    }

    private void RunThreads()
    {
        foreach (var affinity in system.State.Threads.Values)
        {
            var first = system.State.Processors.FirstOrDefault(one => SystemState.Covers(affinity, one));
            system.Deliver(new RunEvent(first.Index), first.Index);
        }
    }

    private void AskToStop()
    {
        switch (system.Deliver(new QueryStopEvent()))
        {
            case { Succeeded: true }:
                system.Change(state => state with { Device = DeviceStage.StopPending });
                break;
            case not null:
                Cancel();
                break;
        }
    }

    private void Stop()
    {
        if (system.State.Device == DeviceStage.StopPending && system.Deliver(new StopDeviceEvent()) is not null)
        {
            system.Change(state => state with { Device = DeviceStage.Stopped });
        }
    }

    private void Cancel()
    {
        system.Deliver(new CancelStopEvent());
        system.Change(state => state with { Device = DeviceStage.Started });
    }

    // A query need not be granted: the system may sleep all the same.
    private void Sleep()
    {
        if (system.State.Device != DeviceStage.None)
        {
            system.Deliver(new QueryPowerEvent(SystemPower.S4));
            if (system.Deliver(new SetPowerEvent(SystemPower.S4)) is { Status: ConsumerAnswer.Pending })
            {
                AwaitSleep();
            }
        }

        system.Change(state => state with { SystemPower = SystemPower.S4 });
        if (system.State.Device != DeviceStage.None && !system.HasBroken)
        {
            system.Note(Happening.Suspended);
        }
    }

    // A driver that answers later does so from a DPC, an interrupt, a thread or a timer:
    // the system waits for its device.
    private void AwaitSleep()
    {
        foreach (var milliseconds in Rounds)
        {
            RunDpcs();
            Serve();
            if (system.HasBroken || system.State.DevicePower == DevicePower.D3)
            {
                return;
            }

            system.Deliver(new TickEvent(milliseconds));
        }
    }

    private void Wake()
    {
        system.Change(state => state with { SystemPower = SystemPower.S0 });
        if (system.State.Device != DeviceStage.None)
        {
            system.Deliver(new SetPowerEvent(SystemPower.S0));
        }
    }
}
