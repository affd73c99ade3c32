using DhpConformance.Abstractions;

namespace DhpConformance.Adapters.Qemu;

/// <summary>Stands in for a server that cannot be, because the command line of the adapter is wrong.</summary>
/// <param name="problem">What is wrong with it, in a sentence.</param>
internal sealed class MisusedServer(string problem) : IPartitionableServer
{
    /// <summary>Whether somebody has asked who it is, and was told.</summary>
    public bool HasTold { get; private set; }

    public ImplementationDescription Describe()
    {
        HasTold = true;
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
