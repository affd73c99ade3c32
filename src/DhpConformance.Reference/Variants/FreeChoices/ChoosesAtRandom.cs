using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Variants;

/// <summary>
/// A server that takes every choice at random that the specification leaves open: a suite that asks for more than the
/// specification will accuse it sooner or later.
/// </summary>
/// <param name="name">What it calls itself.</param>
/// <param name="mostPending">
/// How many accepted operations may be under way at a time, 0 or more; with 0 it does not claim them.
/// </param>
/// <param name="change">Puts other parts in the place of some; null for none.</param>
internal sealed class ChoosesAtRandom(
    string name, int mostPending, Func<ServerComposition, FreeChoice, ServerComposition>? change = null)
    : IPartitionableServer
{
    private ReferenceServer? server;
    private FreeRequests? requests;

    /// <inheritdoc/>
    public ImplementationDescription Describe() => (server ?? Assembled(null)).Describe();

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

    private ReferenceServer Assembled(FreeChoice? choice)
    {
        var claims = mostPending > 0 ? Claims.All : Claims.All.Without(Claim.AcceptedOperations);
        var composition = new ServerComposition { Name = name, Claims = claims };
        return new(choice is null ? composition : Change(choice, composition with
        {
            Admission = machine => new FreeAdmission(machine, choice),
            ServiceProcessor = (machine, admission) => new FreeServiceProcessor(machine, admission, choice),
            RequestHandler = (service, admission) => requests =
                new FreeRequests((FreeServiceProcessor)service, (FreeAdmission)admission, choice),
            OperatingSystem = partition => new FreeSystem(partition, choice),
            ProcessorCallbacks = (system, consumers) => new FreeCallbacks(system, consumers, choice),
            Arrivals = (system, consumers) => new FreeArrivals(system, consumers, choice),
            PlugAndPlay = (system, consumers) => new FreePlugAndPlay(system, consumers, choice),
            PowerPolicy = (system, consumers) => new FreePower(system, consumers, choice),
            InputOutput = (system, consumers) => new FreeInputOutput(system, consumers, choice),
            AffinityPolicy = () => new FreeAffinity(choice),
        }));
    }

    private ServerComposition Change(FreeChoice choice, ServerComposition composition) =>
        change is null ? composition : change(composition, choice);
}
