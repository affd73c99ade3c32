using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <summary>Another client of a reference server.</summary>
internal sealed class ReferenceClient(ReferenceServer server, int client) : IPartitionableServer
{
    public ImplementationDescription Describe() => server.Describe();

    public void Reset(ServerSetup setup) =>
        throw new InvalidOperationException("Client 0 alone resets the server.");

    public Outcome Apply(Operation operation) => server.Apply(operation, client);

    public Observation Observe() => server.Observe(client);

    public void Dispose() => server.End(client);
}
