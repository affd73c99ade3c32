using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Execution;

/// <summary>
/// A server that is made anew for every reset, so that nothing of an earlier case can be to blame. Slow out of process,
/// where each one is a process of its own.
/// </summary>
internal sealed class RenewedServer(Func<IPartitionableServer> create) : IPartitionableServer
{
    private IPartitionableServer current = create();
    private bool wasReset;

    public ImplementationDescription Describe() => current.Describe();

    public void Reset(ServerSetup setup)
    {
        if (wasReset)
        {
            current.Dispose();
            current = create();
        }

        wasReset = true;
        current.Reset(setup);
    }

    public Outcome Apply(Operation operation) => current.Apply(operation);

    public Observation Observe() => current.Observe();

    public void Dispose() => current.Dispose();
}
