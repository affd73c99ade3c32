using DhpConformance.Abstractions;

namespace DhpConformance.Adapters.Qemu;

/// <summary>Replaces a server that cannot be created, because the command line of the adapter is wrong.</summary>
/// <param name="problem">The problem, in a sentence.</param>
internal sealed class InvalidOptionsServer(string problem) : IPartitionableServer
{
    /// <summary>Whether the suite has received the problem as an answer.</summary>
    public bool HasReported { get; private set; }

    public ImplementationDescription Describe()
    {
        HasReported = true;
        throw Fault();
    }

    public void Reset(ServerSetup setup) => throw Fault();

    public Outcome Apply(Operation operation) => throw Fault();

    public Observation Observe() => throw Fault();

    public void Dispose()
    {
    }

    private ServerFaultException Fault() => new(ServerFault.CouldNotStart, problem, effectUnknown: false);
}
