using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Consumers;

/// <summary>
/// A driver of a network adapter: a table with a queue for each processor, which it makes larger for a new one, and a
/// DPC on the processor that a request comes from. It learns of existing processors by a query. It keeps every duty.
/// </summary>
internal class NetworkDriver : IConsumerUnderTest
{
    private const ulong QueueBytes = 128;

    private readonly List<ulong> outstanding = [];
    private readonly List<ulong> held = [];
    private ulong callback;
    private bool stopped;
    private bool asleep;

    protected ulong Table { get; set; }

    protected int Queues { get; set; }

    protected ulong Interrupt { get; set; }

    public virtual ConsumerDescription Describe() => new(
        "reference network driver",
        "1",
        ConsumerRole.Driver,
        [
            ConsumerTrait.PerProcessorData, ConsumerTrait.SavesProcessorCount, ConsumerTrait.TargetsProcessors,
            ConsumerTrait.ScalesByProcessors, ConsumerTrait.Device, ConsumerTrait.Interrupts,
        ]);

    public ConsumerAnswer On(ConsumerEvent happening, IOperatingSystem system) => happening switch
    {
        LoadEvent => Load(system),
        UnloadEvent => Unload(system),
        ProcessorChangeEvent { State: ProcessorChangeState.Start } it =>
            Grow(it.Index + 1, system) ? ConsumerAnswer.Success : ConsumerAnswer.InsufficientResources,
        ProcessorChangeEvent { State: ProcessorChangeState.Complete } it => Complete(it, system),
        StartDeviceEvent it => StartDevice(it, system),
        StopDeviceEvent => Stop(system),
        CancelStopEvent => ConsumerAnswer.Success,
        RemoveDeviceEvent => Stop(system),
        SetPowerEvent it => SetPower(it, system),
        IoEvent it => Io(it, system),
        RunEvent => Run(system),
        InterruptEvent => Serve(system),
        _ => ConsumerAnswer.Success,
    };

    public void Dispose()
    {
        // It holds nothing that outlives a case.
    }

    protected virtual ConsumerAnswer Load(IOperatingSystem system)
    {
        callback = system.Call(new RegisterProcessorCallback(AddExisting: false)).Value;
        if (callback == 0 || !Grow(system.ActiveCount(), system))
        {
            Unload(system);
            return ConsumerAnswer.InsufficientResources;
        }

        Greet(system);
        return ConsumerAnswer.Success;
    }

    /// <summary>Has something to do on each processor at once.</summary>
    protected virtual void Greet(IOperatingSystem system)
    {
        for (var index = 0; index < system.ActiveCount(); index++)
        {
            var processor = system.Locate(index);
            system.Call(new QueueDpc(processor.Group, processor.Number));
        }
    }

    protected virtual ConsumerAnswer Complete(ProcessorChangeEvent change, IOperatingSystem system)
    {
        system.ActiveCount();
        system.Call(new QueueDpc(change.Group, change.Number));
        return ConsumerAnswer.Success;
    }

    /// <summary>Makes the table larger, and answers whether it is large enough.</summary>
    protected virtual bool Grow(int count, IOperatingSystem system)
    {
        if (count <= Queues)
        {
            return true;
        }

        if (system.Allocate((ulong)count * QueueBytes) is not { } larger)
        {
            return false;
        }

        if (Table != 0)
        {
            system.Free(Table);
        }

        (Table, Queues) = (larger, count);
        return true;
    }

    private ConsumerAnswer Unload(IOperatingSystem system)
    {
        if (callback != 0)
        {
            system.Call(new CloseRegistration(callback));
        }

        if (Table != 0)
        {
            system.Free(Table);
        }

        return ConsumerAnswer.Success;
    }

    private ConsumerAnswer StartDevice(StartDeviceEvent start, IOperatingSystem system)
    {
        Interrupt = system.Call(new ConnectInterrupt(start.Group, start.Mask)).Value;
        stopped = false;
        Release(system);
        return ConsumerAnswer.Success;
    }

    private ConsumerAnswer Stop(IOperatingSystem system)
    {
        Finish(system);
        if (Interrupt != 0)
        {
            system.Call(new DisconnectInterrupt(Interrupt));
            Interrupt = 0;
        }

        stopped = true;
        return ConsumerAnswer.Success;
    }

    private ConsumerAnswer SetPower(SetPowerEvent power, IOperatingSystem system)
    {
        asleep = power.Power == SystemPower.S4;
        if (asleep)
        {
            Finish(system);
        }

        system.Call(new SetDevicePower(asleep ? DevicePower.D3 : DevicePower.D0));
        Release(system);
        return ConsumerAnswer.Success;
    }

    private ConsumerAnswer Io(IoEvent request, IOperatingSystem system)
    {
        TouchQueue(system);
        if (stopped || asleep)
        {
            held.Add(request.Request);
        }
        else
        {
            Issue(request.Request, system);
        }

        return new(ConsumerAnswer.Pending);
    }

    private void Issue(ulong request, IOperatingSystem system)
    {
        system.Call(new TouchHardware());
        outstanding.Add(request);
    }

    private void Release(IOperatingSystem system)
    {
        if (!stopped && !asleep)
        {
            held.ForEach(request => Issue(request, system));
            held.Clear();
        }
    }

    private ConsumerAnswer Serve(IOperatingSystem system)
    {
        TouchQueue(system);
        var here = system.Locate(system.Current());
        system.Call(new QueueDpc(here.Group, here.Number));
        return ConsumerAnswer.Success;
    }

    private ConsumerAnswer Run(IOperatingSystem system)
    {
        TouchQueue(system);
        Finish(system);
        return ConsumerAnswer.Success;
    }

    private void TouchQueue(IOperatingSystem system) => system.Touch(Table, (ulong)system.Current() * QueueBytes);

    private void Finish(IOperatingSystem system)
    {
        outstanding.ForEach(request => system.Call(new CompleteIo(request, 0)));
        outstanding.Clear();
    }
}
