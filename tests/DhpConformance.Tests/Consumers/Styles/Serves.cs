using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Consumers.Styles;

/// <summary>Has interrupts on some or all processors.</summary>
internal sealed class Serves : ConsumerStyle
{
    private readonly List<ulong> interrupts = [];
    private readonly Queue<ulong> held = new();
    private readonly Queue<ulong> active = new();
    private ulong first;
    private bool waits;

    public required Serving By { get; init; }

    public bool Refuses { get; init; }

    public bool Drains { get; init; }

    protected override ConsumerAnswer Handle(ConsumerEvent happening, IOperatingSystem system)
    {
        switch (happening)
        {
            case StartDeviceEvent start:
                Assert.Empty(interrupts);
                Connect(start, system);
                Wait(false);
                break;
            case QueryStopEvent when Refuses:
                return ConsumerAnswer.Unsuccessful;
            case QueryStopEvent:
                Wait(true);
                Finish(system);
                break;
            case StopDeviceEvent or RemoveDeviceEvent:
                Finish(system);
                interrupts.ForEach(one => system.Call(new DisconnectInterrupt(one)));
                interrupts.Clear();
                break;
            case CancelStopEvent:
                Wait(false);
                break;
            case SetPowerEvent { Power: SystemPower.S4 }:
                Wait(true);
                Finish(system);
                system.Call(new SetDevicePower(DevicePower.D3));
                break;
            case SetPowerEvent:
                system.Call(new SetDevicePower(DevicePower.D0));
                Wait(interrupts.Count == 0);
                break;
            case IoEvent io:
                (waits ? held : active).Enqueue(io.Request);
                return new(ConsumerAnswer.Pending);
            case InterruptEvent:
                Complete(system);
                break;
        }

        return ConsumerAnswer.Success;

        void Wait(bool holds)
        {
            waits = holds;
            while (!waits && held.TryDequeue(out var request))
            {
                active.Enqueue(request);
            }
        }
    }

    private void Finish(IOperatingSystem system)
    {
        if (Drains && active.Count > 0)
        {
            system.Call(new Wait(0));
            Assert.Empty(active);
        }

        Complete(system);
    }

    private void Complete(IOperatingSystem system)
    {
        while (active.TryDequeue(out var request))
        {
            system.Call(new CompleteIo(request, 0));
        }
    }

    private void Connect(StartDeviceEvent start, IOperatingSystem system)
    {
        first = first == 0 ? start.Mask : first;
        var mask = By == Serving.EachOfTheFirstStart ? first : start.Mask;
        for (var rest = mask; rest != 0 && (By != Serving.OneProcessor || rest == mask); rest &= rest - 1)
        {
            interrupts.Add(system.Call(new ConnectInterrupt(start.Group, rest & (~rest + 1))).Value);
        }
    }
}
