using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Consumers.Styles;

/// <summary>
/// Puts its device to sleep after it has answered. Requests are completed at once, since there is no hardware
/// behind it, or held.
/// </summary>
internal sealed class SleepsLater : ConsumerStyle
{
    private readonly Queue<ulong> held = new();
    private bool paused;
    private bool asleep;
    private bool due;

    public bool SwitchesOnLater { get; init; }

    protected override ConsumerAnswer Handle(ConsumerEvent happening, IOperatingSystem system)
    {
        switch (happening)
        {
            case IoEvent io:
                held.Enqueue(io.Request);
                Release(system);
                return new(ConsumerAnswer.Pending);
            case SetPowerEvent { Power: SystemPower.S4 }:
                due = asleep = true;
                return new(ConsumerAnswer.Pending);
            case TickEvent when due:
                due = false;
                system.Call(new SetDevicePower(DevicePower.D3));
                break;
            case SetPowerEvent when SwitchesOnLater:
                due = false;
                system.Call(new QueueDpc(0, system.Locate(0).Number));
                return new(ConsumerAnswer.Pending);
            case RunEvent or SetPowerEvent:
                due = asleep = false;
                system.Call(new SetDevicePower(DevicePower.D0));
                Release(system);
                break;
            case QueryStopEvent or StopDeviceEvent:
                paused = true;
                break;
            case CancelStopEvent or StartDeviceEvent:
                paused = false;
                Release(system);
                break;
        }

        return ConsumerAnswer.Success;
    }

    private void Release(IOperatingSystem system)
    {
        while (!paused && !asleep && held.TryDequeue(out var request))
        {
            system.Call(new CompleteIo(request, 0));
        }
    }
}
