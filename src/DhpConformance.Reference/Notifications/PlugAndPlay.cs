using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Reference;

/// <summary>
/// Rebalances resources after processors were added. A round takes three steps: all its devices are asked, all that
/// agree are stopped, all that were stopped are started. The steps are spread over later operations, and adds that come
/// before a round has begun share it.
/// </summary>
internal class PlugAndPlay(OperatingSystem system, Registry consumers)
{
    // The devices that agreed to stop in the current round, then the stopped ones; one of the two is always empty.
    private readonly List<Device> agreed = [];
    private readonly List<Device> stopped = [];

    protected OperatingSystem System { get; } = system;

    protected Registry Registry { get; } = consumers;

    /// <summary>Whether a round has still to begin.</summary>
    protected bool IsDue { get; set; }

    /// <summary>A logical processor has become active.</summary>
    internal virtual void ProcessorAdded() => IsDue |= System.Promises(Behaviour.ResourceRebalance);

    /// <summary>Takes the next step of the round under way, or begins one. False if there is nothing to do.</summary>
    internal virtual bool GoOn()
    {
        if (FinishStep())
        {
            return true;
        }

        if (!IsDue)
        {
            return false;
        }

        IsDue = false;
        agreed.AddRange(Registry.Devices.Where(device => TakesPart(device) && Query(device)));
        return true;
    }

    /// <summary>Ends the round under way. One that has not begun waits.</summary>
    internal virtual void FinishRound()
    {
        while (FinishStep())
        {
        }
    }

    /// <summary>Whether a device is asked to stop: its policy comes first, then its class, then the default.</summary>
    internal virtual bool TakesPart(Device device) => !device.IsRemoved && device.Script switch
    {
        { RebalancePolicy: 1 or 2 } script => script.RebalancePolicy == 2,
        { ClassOptOut: { } optOut } => !optOut,
        { Class: var kind } => kind != DeviceClass.Network,
    };

    /// <summary>Asks whether a device may be stopped.</summary>
    internal virtual bool Query(Device device)
    {
        var rejects = device.Script.RejectsQueryStop;
        Tell(device, QueryStop, rejects ? Message.Error : 0);
        if (rejects)
        {
            Tell(device, CancelStop);
        }

        return !rejects;
    }

    internal virtual void Stop(Device device)
    {
        Tell(device, NotificationKind.Stop);
        device.State = DeviceState.Paused;
    }

    internal virtual void Start(Device device)
    {
        var fails = device.Script.FailsRestart;
        Tell(device, NotificationKind.Start, fails ? Message.Error : 0);
        device.State = DeviceState.Started;
        if (fails)
        {
            RemoveBySurprise(device);
        }
    }

    internal virtual void RemoveBySurprise(Device device)
    {
        Tell(device, SurpriseRemoval);
        device.State = DeviceState.Removed;
    }

    protected void Tell(Device device, NotificationKind kind, int status = 0) =>
        System.Tell(new(kind, device.Driver) { Status = status });

    private bool FinishStep()
    {
        if (agreed.Count > 0)
        {
            agreed.ForEach(Stop);
            stopped.AddRange(agreed);
            agreed.Clear();
            return true;
        }

        if (stopped.Count > 0)
        {
            // Devices start in the reverse order of their stops, since the order is free.
            stopped.Reverse();
            stopped.ForEach(Start);
            stopped.Clear();
            return true;
        }

        return false;
    }
}
