using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Consumers;

/// <summary>
/// A driver of a disk: data and a thread for each processor, a buffer that is sized by memory, an interrupt, DMA, and
/// a queue for requests that have to wait. It keeps every duty.
/// </summary>
internal class DiskDriver : IConsumerUnderTest
{
    private const ulong SlotBytes = 64;
    private const ulong ContextBytes = 256;
    private const ulong MemoryPerBufferByte = 4096;
    private const int TimeOut = unchecked((int)0xC00000B5);

    private readonly List<IoEvent> held = [];
    private readonly List<(IoEvent Request, int Waited)> active = [];

    protected Dictionary<int, ulong> Slots { get; } = [];

    protected Dictionary<int, ulong> Threads { get; } = [];

    protected List<IoEvent> Held => held;

    protected ulong Context { get; set; }

    protected ulong Callback { get; set; }

    protected List<ulong> Interfaces { get; } = [];

    protected ulong Buffer { get; set; }

    protected ulong Interrupt { get; set; }

    protected bool Paused { get; set; }

    protected bool Stopped { get; set; }

    protected bool Asleep { get; set; }

    protected virtual int Patience => 60_000;

    public virtual ConsumerDescription Describe() => new(
        "reference disk driver",
        "1",
        ConsumerRole.Driver,
        [
            ConsumerTrait.PerProcessorData, ConsumerTrait.SavesProcessorCount, ConsumerTrait.TargetsProcessors,
            ConsumerTrait.ScalesByProcessors, ConsumerTrait.SizedByMemory, ConsumerTrait.Device,
            ConsumerTrait.Interrupts, ConsumerTrait.Dma,
        ]);

    public virtual ConsumerAnswer On(ConsumerEvent happening, IOperatingSystem system) => happening switch
    {
        LoadEvent => Load(system),
        UnloadEvent => Unload(system),
        ProcessorChangeEvent { State: ProcessorChangeState.Start } it => Start(it, system),
        ProcessorChangeEvent { State: ProcessorChangeState.Complete } it => Complete(it, system),
        ProcessorChangeEvent it => Failure(it, system),
        InterfaceChangeEvent it => Changed(it, system),
        StartDeviceEvent it => StartDevice(it, system),
        QueryStopEvent => QueryStop(system),
        StopDeviceEvent => Stop(system),
        CancelStopEvent => CancelStop(system),
        RemoveDeviceEvent => Remove(system),
        QueryPowerEvent => QueryPower(system),
        SetPowerEvent it => SetPower(it, system),
        IoEvent it => Io(it, system),
        RunEvent => Run(system),
        InterruptEvent => Serve(system),
        TickEvent it => Tick(it.Milliseconds, system),
        _ => ConsumerAnswer.Success,
    };

    public void Dispose()
    {
        // It holds nothing that outlives a case.
    }

    protected virtual ConsumerAnswer Load(IOperatingSystem system)
    {
        Context = system.Allocate(ContextBytes) ?? 0;
        Callback = RegisterCallback(system);
        if (Context == 0 || Callback == 0)
        {
            return GiveUp(system);
        }

        RegisterInterfaces(system);
        Resize(system);
        return ConsumerAnswer.Success;
    }

    protected virtual ulong RegisterCallback(IOperatingSystem system) =>
        system.Call(new RegisterProcessorCallback(AddExisting: true, Context)).Value;

    protected virtual void RegisterInterfaces(IOperatingSystem system)
    {
        Register(InterfaceClass.Processor, system);
        Register(InterfaceClass.Memory, system);
    }

    protected void Register(InterfaceClass wanted, IOperatingSystem system)
    {
        if (system.Call(new RegisterInterface(wanted, IncludeExisting: true, Context)) is { Succeeded: true } made)
        {
            Interfaces.Add(made.Value);
        }
    }

    protected virtual ConsumerAnswer GiveUp(IOperatingSystem system)
    {
        Unload(system);
        return ConsumerAnswer.InsufficientResources;
    }

    protected virtual ConsumerAnswer Unload(IOperatingSystem system)
    {
        CloseCallback(system);
        CloseInterfaces(system);
        foreach (var thread in Threads.Values)
        {
            system.Call(new StopThread(thread));
        }

        foreach (var memory in Slots.Values.Append(Buffer).Append(Context).Where(memory => memory != 0))
        {
            system.Free(memory);
        }

        return ConsumerAnswer.Success;
    }

    protected virtual void CloseCallback(IOperatingSystem system)
    {
        if (Callback != 0)
        {
            system.Call(new CloseRegistration(Callback));
        }
    }

    protected virtual void CloseInterfaces(IOperatingSystem system) =>
        Interfaces.ForEach(registration => system.Call(new CloseRegistration(registration)));

    protected virtual ConsumerAnswer Start(ProcessorChangeEvent change, IOperatingSystem system)
    {
        if (system.Allocate(SlotBytes) is not { } slot)
        {
            return ConsumerAnswer.InsufficientResources;
        }

        Slots[change.Index] = slot;
        return ConsumerAnswer.Success;
    }

    protected virtual ConsumerAnswer Complete(ProcessorChangeEvent change, IOperatingSystem system)
    {
        Refresh(system);
        StartThread(change, system);
        return ConsumerAnswer.Success;
    }

    protected virtual void Refresh(IOperatingSystem system)
    {
        system.ActiveCount();
        system.Affinity(0);
    }

    protected virtual void StartThread(ProcessorChangeEvent change, IOperatingSystem system) =>
        StartThread(change.Index, change.Group, 1UL << change.Number, system);

    protected void StartThread(int index, int group, ulong mask, IOperatingSystem system)
    {
        if (system.Call(new StartThread(group, mask)) is { Succeeded: true } started)
        {
            Threads[index] = started.Value;
        }
    }

    protected virtual ConsumerAnswer Failure(ProcessorChangeEvent change, IOperatingSystem system)
    {
        if (Slots.Remove(change.Index, out var slot))
        {
            system.Free(slot);
        }

        return ConsumerAnswer.Success;
    }

    protected virtual ConsumerAnswer Changed(InterfaceChangeEvent change, IOperatingSystem system)
    {
        if (change is { Arrival: true, Class: InterfaceClass.Memory })
        {
            Resize(system);
        }
        else if (change.Arrival)
        {
            Refresh(system);
        }

        return ConsumerAnswer.Success;
    }

    // The buffer is made of pages, since the pools do not grow with memory.
    protected virtual void Resize(IOperatingSystem system)
    {
        if (system.Allocate(system.Memory() / MemoryPerBufferByte, PoolKind.Pages) is { } larger)
        {
            if (Buffer != 0)
            {
                system.Free(Buffer);
            }

            Buffer = larger;
        }
    }

    protected virtual ConsumerAnswer StartDevice(StartDeviceEvent start, IOperatingSystem system)
    {
        Connect(start, system);
        (Paused, Stopped) = (false, false);
        Release(system);
        return ConsumerAnswer.Success;
    }

    protected virtual void Connect(StartDeviceEvent start, IOperatingSystem system) =>
        Interrupt = system.Call(new ConnectInterrupt(start.Group, start.Mask)).Value;

    protected virtual ConsumerAnswer QueryStop(IOperatingSystem system)
    {
        Paused = true;
        return ConsumerAnswer.Success;
    }

    protected virtual ConsumerAnswer Stop(IOperatingSystem system)
    {
        Drain(system);
        Disconnect(system);
        Stopped = true;
        return ConsumerAnswer.Success;
    }

    protected void Disconnect(IOperatingSystem system)
    {
        if (Interrupt != 0)
        {
            system.Call(new DisconnectInterrupt(Interrupt));
            Interrupt = 0;
        }
    }

    protected virtual ConsumerAnswer CancelStop(IOperatingSystem system)
    {
        Paused = false;
        Release(system);
        return ConsumerAnswer.Success;
    }

    protected virtual ConsumerAnswer Remove(IOperatingSystem system)
    {
        Drain(system);
        Disconnect(system);
        return ConsumerAnswer.Success;
    }

    protected virtual ConsumerAnswer QueryPower(IOperatingSystem system) => ConsumerAnswer.Success;

    protected virtual ConsumerAnswer SetPower(SetPowerEvent power, IOperatingSystem system)
    {
        if (power.Power == SystemPower.S4)
        {
            Drain(system);
            system.Call(new SetDevicePower(DevicePower.D3));
            Asleep = true;
            return ConsumerAnswer.Success;
        }

        system.Call(new SetDevicePower(DevicePower.D0));
        Asleep = false;
        Release(system);
        return ConsumerAnswer.Success;
    }

    protected virtual ConsumerAnswer Io(IoEvent request, IOperatingSystem system)
    {
        TouchSlot(system);
        if (Paused || Asleep)
        {
            Hold(request, system);
        }
        else
        {
            Issue(request, system);
        }

        return new(ConsumerAnswer.Pending);
    }

    protected virtual void Hold(IoEvent request, IOperatingSystem system) => held.Add(request);

    protected virtual void Issue(IoEvent request, IOperatingSystem system)
    {
        system.Call(new TouchHardware());
        system.Call(new StartDma(AddressOf(request)));
        active.Add((request, 0));
    }

    protected virtual ulong AddressOf(IoEvent request) => request.Address;

    protected virtual void Release(IOperatingSystem system)
    {
        if (Paused || Asleep)
        {
            return;
        }

        foreach (var request in held.ToList())
        {
            held.Remove(request);
            Issue(request, system);
        }
    }

    protected virtual ConsumerAnswer Run(IOperatingSystem system)
    {
        TouchSlot(system);
        return ConsumerAnswer.Success;
    }

    protected virtual ConsumerAnswer Serve(IOperatingSystem system)
    {
        TouchSlot(system);
        system.Call(new TouchHardware());
        Drain(system);
        return ConsumerAnswer.Success;
    }

    protected virtual void TouchSlot(IOperatingSystem system) =>
        system.Touch(Slots.GetValueOrDefault(system.Current()));

    // What the device has begun is waited for.
    protected virtual void Drain(IOperatingSystem system)
    {
        foreach (var (request, _) in active.ToList())
        {
            system.Call(new CompleteIo(request.Request, 0));
        }

        active.Clear();
        system.Call(new StopDma());
    }

    private ConsumerAnswer Tick(int milliseconds, IOperatingSystem system)
    {
        for (var i = active.Count - 1; i >= 0; i--)
        {
            active[i] = (active[i].Request, active[i].Waited + milliseconds);
            if (active[i].Waited >= Patience)
            {
                system.Call(new CompleteIo(active[i].Request.Request, TimeOut));
                active.RemoveAt(i);
            }
        }

        Waited(milliseconds, system);
        return ConsumerAnswer.Success;
    }

    /// <summary>What waits in the queue has waited longer.</summary>
    protected virtual void Waited(int milliseconds, IOperatingSystem system)
    {
        // A request that is held does not expire.
    }

    protected static void Expire(IoEvent request, IOperatingSystem system) =>
        system.Call(new CompleteIo(request.Request, TimeOut));
}
