using DhpConformance.Abstractions;

namespace DhpConformance.FaultyAdapters.Servers;

/// <summary>A server with a mistake in it.</summary>
internal sealed class ThrowingServer : IPartitionableServer
{
    private readonly WellBehavedServer inner = new();

    public ImplementationDescription Describe() => inner.Describe();

    public void Reset(ServerSetup setup) => inner.Reset(setup);

    public Outcome Apply(Operation operation) => throw new KeyNotFoundException("The unit u7 was not in the map.");

    public Observation Observe() => inner.Observe();

    public void Dispose() => inner.Dispose();
}
