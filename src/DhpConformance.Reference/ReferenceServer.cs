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
/// veto it asks nobody else, and a driver that vetoed gets no Failure; a registration that vetoes fails. Before a hot
/// replace it asks every driver, and a no ends it. What may be delivered later is delivered later, a little during each
/// operation. Clients take turns: each request, and each observation, is carried out while no other is.
/// </remarks>
public sealed class ReferenceServer : IConcurrentServer, IInterleavable
{
    private readonly Gate gate = new();
    private readonly ServerComposition composition;
    private Machine? machine;
    private ServiceProcessor? serviceProcessor;
    private RequestHandler? requests;

    /// <summary>A sound server. It has to be reset before it can do anything.</summary>
    public ReferenceServer()
        : this(new ServerComposition())
    {
    }

    internal ReferenceServer(ServerComposition composition) => this.composition = composition;

    /// <inheritdoc/>
    public ImplementationDescription Describe() =>
        new(composition.Name, typeof(ReferenceServer).Assembly.GetName().Version!.ToString(3), composition.Claims);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">
    /// The setup contradicts itself: two units or two partitions share an id.
    /// </exception>
    /// <exception cref="KeyNotFoundException">A partition is given a unit that the server does not have.</exception>
    public void Reset(ServerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        machine = new Machine(setup, composition) { Gate = gate };
        var admission = composition.Admission(machine);
        serviceProcessor = composition.ServiceProcessor(machine, admission);
        requests = composition.RequestHandler(serviceProcessor, admission);
    }

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">It was not reset yet.</exception>
    public Outcome Apply(Operation operation) => Apply(operation, 0);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">It was not reset yet.</exception>
    public Observation Observe() => Observe(0);

    /// <inheritdoc/>
    public IPartitionableServer Connect(int client)
    {
        gate.IsShared = true;
        return new ReferenceClient(this, client);
    }

    /// <inheritdoc/>
    public void Interleave(IInterleaving? interleaving) => gate.Interleaving = interleaving;

    /// <inheritdoc/>
    public void Dispose()
    {
        // There is nothing to give back: the server is all in memory.
    }

    /// <summary>Notes that one of several clients has ended. What it asked for is carried out all the same.</summary>
    internal void End(int client) => machine?.End(client);

    /// <summary>Carries out an operation for one of several clients.</summary>
    internal Outcome Apply(Operation operation, int client)
    {
        gate.Enter();
        try
        {
            var service = serviceProcessor ?? throw NotReset();
            machine!.Client = client;
            return Handle(operation, service, machine.Log);
        }
        finally
        {
            gate.Exit();
        }
    }

    /// <summary>Shows everything to one of several clients.</summary>
    internal Observation Observe(int client)
    {
        gate.Enter();
        try
        {
            var service = serviceProcessor ?? throw NotReset();
            machine!.Client = client;
            return new()
            {
                PoweredOn = machine.PoweredOn,
                Units = service.ObserveUnits(),
                Partitions = service.ObservePartitions(),
                Notifications = machine.Log.Drain(),
            };
        }
        finally
        {
            gate.Exit();
        }
    }

    private Outcome Handle(Operation operation, ServiceProcessor service, NotificationLog log)
    {
        log.BeginOperation();

        // Deferred work continues alternately before and after an operation, so that both orders occur.
        var goesOnBefore = log.Operation % 2 == 0;
        if (goesOnBefore)
        {
            service.GoOn();
        }

        var outcome = requests!.Handle(operation);
        if (!goesOnBefore)
        {
            service.GoOn();
        }

        return outcome;
    }

    private static InvalidOperationException NotReset() =>
        new("The server has no setup yet: call Reset before Apply and Observe.");
}
