using DhpConformance.Abstractions;
using DhpConformance.Reference;

namespace DhpConformance.CampaignTests;

/// <summary>A server that ends in the middle of every case, so that runs of it are given up.</summary>
internal sealed class BreakingServer : IPartitionableServer
{
    private const int Last = 5;

    private readonly ReferenceServer inner = new();
    private int applied;

    public ImplementationDescription Describe() => inner.Describe() with { Name = "breaking" };

    public void Reset(ServerSetup setup)
    {
        applied = 0;
        inner.Reset(setup);
    }

    public Outcome Apply(Operation operation) => applied++ < Last
        ? inner.Apply(operation)
        : throw new ServerFaultException(ServerFault.Ended, "It ended.");

    public Observation Observe() => inner.Observe();

    public void Dispose() => inner.Dispose();
}
