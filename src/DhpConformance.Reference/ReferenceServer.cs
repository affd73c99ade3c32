using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <summary>
/// A simulated partitionable server that keeps every rule. It is written from <c>specs/operations.md</c> and
/// <c>specs/notifications.md</c> and knows nothing of the model that judges it, so that the two can disagree where the
/// specification is unclear.
/// </summary>
/// <remarks>
/// It chooses, where the choice is free: logical processors get the lowest free number of the lowest group with room,
/// pools a share of the memory found at start, and a unit that was replaced stays switched on. A request costs the
/// same however many units the server has, except the first start after processors were assigned or released. After a
/// veto it asks nobody else, and who vetoed is told no Failure; a registration that vetoes fails. Before a hot replace
/// it asks every driver, and a no ends it. What may be told later is told later, a little during each operation.
/// </remarks>
public sealed class ReferenceServer : IPartitionableServer
{
    // Every request has its whole effect before it is answered.
    private static readonly Claims Claims = Claims.All.Without(Claim.AcceptedOperations);

    private readonly Blueprint blueprint;
    private Machine? machine;
    private ServiceProcessor? serviceProcessor;

    /// <summary>A sound server. It has to be reset before it can do anything.</summary>
    public ReferenceServer()
        : this(new Blueprint())
    {
    }

    internal ReferenceServer(Blueprint blueprint) => this.blueprint = blueprint;

    /// <inheritdoc/>
    public ImplementationDescription Describe() =>
        new(blueprint.Name, typeof(ReferenceServer).Assembly.GetName().Version!.ToString(3), Claims);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">
    /// The setup contradicts itself: two units or two partitions share an id.
    /// </exception>
    /// <exception cref="KeyNotFoundException">A partition is given a unit that the server does not have.</exception>
    public void Reset(ServerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        machine = new Machine(setup, blueprint);
        serviceProcessor = blueprint.ServiceProcessor(machine, blueprint.Admission(machine));
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">It was not reset yet.</exception>
    public Outcome Apply(Operation operation)
    {
        var service = serviceProcessor ?? throw NotReset();
        var log = machine!.Log;
        log.BeginOperation();

        // What was put off goes on before one operation and after the next, so that both happen.
        var goesOnBefore = log.Operation % 2 == 0;
        if (goesOnBefore)
        {
            service.GoOn();
        }

        var outcome = Carry(operation, service);
        if (!goesOnBefore)
        {
            service.GoOn();
        }

        return outcome;
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">It was not reset yet.</exception>
    public Observation Observe()
    {
        var service = serviceProcessor ?? throw NotReset();
        return new()
        {
            PoweredOn = machine!.PoweredOn,
            Units = service.ObserveUnits(),
            Partitions = service.ObservePartitions(),
            Notifications = machine.Log.Drain(),
        };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // There is nothing to give back: the server is all in memory.
    }

    private static Outcome Carry(Operation operation, ServiceProcessor service) => operation switch
    {
        AssignUnit request => service.Apply(request),
        ReleaseUnit request => service.Apply(request),
        SwitchUnitPower request => service.Apply(request),
        StartPartition request => service.Apply(request),
        StopPartition request => service.Apply(request),
        RestartPartition request => service.Apply(request),
        PowerOnServer request => service.Apply(request),
        PowerOffServer request => service.Apply(request),
        HotAdd request => service.Apply(request),
        HotReplace request => service.Apply(request),
        HotRemove request => service.Apply(request),
        InjectPartitionError request => service.Apply(request),
        InjectStartFailure request => service.Apply(request),
        InjectServiceProcessorOutage request => service.Apply(request),
        RegisterDriver request => service.Apply(request),
        RegisterApplication request => service.Apply(request),
        Deregister request => service.Apply(request),
        SubmitIo request => service.Apply(request),
        Settle request => service.Apply(request),
        _ => throw new ArgumentNullException(nameof(operation)),
    };

    private static InvalidOperationException NotReset() =>
        new("The server has no setup yet: call Reset before Apply and Observe.");
}
