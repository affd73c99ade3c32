using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Variants;

/// <summary>
/// A server whose hot operations end long after they were accepted, several at a time and in any order.
/// </summary>
/// <param name="name">What it calls itself.</param>
/// <param name="mostPending">How many may be under way at a time, 1 or more.</param>
internal sealed class EndsAcceptedLate(string name, int mostPending) : IPartitionableServer
{
    private ReferenceServer? server;
    private LateRequests? requests;

    /// <inheritdoc/>
    public ImplementationDescription Describe() =>
        (server ?? new(new() { Name = name, Claims = Claims.All })).Describe();

    /// <inheritdoc/>
    public void Reset(ServerSetup setup)
    {
        server = Assembled(new FreeChoice(setup, mostPending));
        server.Reset(setup);
    }

    /// <inheritdoc/>
    public Outcome Apply(Operation operation) => Ready.Apply(operation);

    /// <inheritdoc/>
    public Observation Observe()
    {
        // Looking changes nothing, but time has passed since the latest request.
        requests?.LetTimePass();
        return Ready.Observe();
    }

    /// <inheritdoc/>
    public void Dispose() => server?.Dispose();

    private ReferenceServer Ready =>
        server ?? throw new InvalidOperationException("The server has no setup yet: call Reset first.");

    private ReferenceServer Assembled(FreeChoice choice)
    {
        Machine? hardware = null;
        return new(new ServerComposition
        {
            Name = name,
            Claims = Claims.All,
            Admission = machine => new AcceptingAdmission(hardware = machine),
            OperatingSystem = partition => new SignalsEachProcessor(partition),
            RequestHandler = (service, admission) =>
                requests = new LateRequests(service, (AcceptingAdmission)admission, hardware!, choice),
        });
    }

    /// <summary>Signals memory after each logical processor that becomes active while somebody is registered.</summary>
    private sealed class SignalsEachProcessor(Partition partition) : OperatingSystem(partition)
    {
        internal override void Activate(Unit processor, int components)
        {
            for (var i = 0; i < components; i++)
            {
                base.Activate(processor, 1);
                if (Services is not null)
                {
                    Tell(new(NotificationKind.HighMemory, null));
                }
            }
        }
    }
}
