using DhpConformance.Abstractions;
using DhpConformance.Reference;

namespace DhpConformance.SelfTests.Adoption;

/// <summary>A server that shows what was before a unit was released.</summary>
internal sealed class Forgetful : IPartitionableServer
{
    private readonly ReferenceServer server = new();
    private Observation? before;

    public ImplementationDescription Describe() => server.Describe();

    public void Reset(ServerSetup setup)
    {
        before = null;
        server.Reset(setup);
    }

    public Outcome Apply(Operation operation)
    {
        before = operation is ReleaseUnit ? server.Observe() : null;
        return server.Apply(operation);
    }

    public Observation Observe() => before ?? server.Observe();

    public void Dispose() => server.Dispose();
}
