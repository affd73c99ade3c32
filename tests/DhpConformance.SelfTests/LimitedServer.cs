using DhpConformance.Abstractions;
using DhpConformance.Reference;

namespace DhpConformance.SelfTests;

/// <summary>The reference, which takes no larger server than this, and claims no more.</summary>
internal sealed class LimitedServer(ServerLimits limits, Claims? claims = null) : IPartitionableServer
{
    private readonly ReferenceServer server = new();

    public ImplementationDescription Describe() => server.Describe() with
    {
        Limits = limits,
        Claims = claims ?? Claims.All,
    };

    public void Reset(ServerSetup setup)
    {
        Assert.InRange(setup.Partitions.Length, 1, limits.Partitions);
        Assert.InRange(setup.Units.Count(unit => unit.Kind == UnitKind.Processor), 0, limits.Processors);
        server.Reset(setup);
    }

    public Outcome Apply(Operation operation) => server.Apply(operation);

    public Observation Observe() => server.Observe();

    public void Dispose() => server.Dispose();
}
