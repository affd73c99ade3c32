using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <content>Drivers and applications: how they come and go, and how they are notified.</content>
internal partial class OperatingSystem
{
    /// <summary>The parts that deal with consumers; null as long as nobody was registered since boot.</summary>
    public SystemServices? Services { get; private set; }

    /// <summary>Whether the profile makes this promise.</summary>
    internal virtual bool Promises(Behaviour behaviour) => Partition.Profile.Promises(behaviour);

    /// <summary>Whether this consumer is registered here.</summary>
    internal virtual bool Has(ConsumerId consumer) => Services?.Registry.Has(consumer) ?? false;

    /// <summary>The driver registered here under this name; null if there is none.</summary>
    internal virtual Driver? FindDriver(ConsumerId driver) => Services?.Registry.FindDriver(driver);

    /// <summary>The device of a driver registered here; null if there is none.</summary>
    internal virtual Device? FindDevice(ConsumerId driver) => FindDriver(driver)?.Device;

    /// <summary>Whether a driver registered here has a device that a hot replace would lose.</summary>
    internal virtual bool HasNonDynamicDevice() =>
        Services?.Registry.Devices.Any(device => device.Script.NonDynamic) ?? false;

    /// <summary>Registers a driver, unless it vetoes a processor that is there.</summary>
    internal virtual Outcome Register(ConsumerId consumer, DriverScript script)
    {
        var services = Services ??= new SystemServices(this, Partition.ServerComposition);
        var driver = new Driver(consumer, script);
        if (script.IncludeExisting && !services.Callbacks.OfferExisting(driver, Active.InOrder()))
        {
            return Outcome.Failed(FailureReason.Vetoed);
        }

        services.Registry.Drivers.Add(driver);
        if (script.ExistingArrivals)
        {
            NotifyOfExisting(driver, services.Arrivals);
        }

        return Outcome.Completed;
    }

    internal virtual Outcome Register(ConsumerId consumer, ApplicationScript script)
    {
        var services = Services ??= new SystemServices(this, Partition.ServerComposition);
        services.Registry.Applications.Add(new(consumer, script, services.Affinities.Assign(Active.Masks())));
        return Outcome.Completed;
    }

    /// <summary>Lets a consumer go, after what it has begun has ended.</summary>
    internal virtual void Deregister(ConsumerId consumer)
    {
        var services = Services!;
        if (FindDevice(consumer) is { } device)
        {
            services.PlugAndPlay.FinishRound();
            services.InputOutput.CompleteAll(device);
        }

        services.Arrivals.Forget(consumer);
        services.Registry.Remove(consumer);
    }

    /// <summary>Hands requests to the device of a driver.</summary>
    internal virtual void Submit(Device device, int requests) => Services!.InputOutput.Submit(device, requests);

    /// <summary>Does a little of what was put off. False if nothing was.</summary>
    internal virtual bool GoOn() => Services?.GoOn() ?? false;

    /// <summary>Does everything that was put off.</summary>
    internal virtual void Settle()
    {
        while (GoOn())
        {
        }
    }

    /// <summary>Tells somebody something, with what can be read at this moment.</summary>
    internal virtual void Tell(Message message) => Partition.Log.Write(Stamp(message));

    /// <summary>Adds to a message what can be read at this moment.</summary>
    internal virtual Notification Stamp(Message message) => new()
    {
        Partition = Partition.Id,
        Kind = message.Kind,
        Operation = Partition.Log.Operation,
        Consumer = message.Consumer,
        Unit = message.Unit,
        Processor = message.Processor,
        Status = message.Status,
        Request = message.Request,
        ActiveProcessors = ActiveCount,
        MemoryBytes = MemoryBytes,
    };

    /// <summary>Tells a driver, later, of what was there when it was registered.</summary>
    protected void NotifyOfExisting(Driver driver, Arrivals arrivals)
    {
        foreach (var processor in Active.InOrder())
        {
            arrivals.Existing(driver, UnitKind.Processor, processor.Unit, processor);
        }

        for (var i = 0; i < Partition.MemoryModules.Count; i++)
        {
            arrivals.Existing(driver, UnitKind.MemoryModule, Partition.MemoryModules[i].Id, null);
        }
    }

    private ImmutableArray<DeviceObservation> ShownDevices() => Services is null || !Services.Registry.Devices.Any()
        ? []
        :
        [
            .. Services.Registry.Devices
                .OrderBy(device => device.Driver.Value)
                .Select(device => device.Observe()),
        ];

    private ImmutableArray<ApplicationObservation> ShownApplications() => Services is null
        ? []
        :
        [
            .. Services.Registry.Applications
                .OrderBy(application => application.Id.Value)
                .Select(application => application.Observe()),
        ];
}
