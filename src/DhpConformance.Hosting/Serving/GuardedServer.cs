using DhpConformance.Abstractions;
using DhpConformance.Hosting.Protocol;

namespace DhpConformance.Hosting.Serving;

/// <summary>
/// Marks every exception of a server as its own. A server that reads JSON itself may throw the same exception as the
/// reader of requests does, and its fault must not be put down to the suite.
/// </summary>
internal sealed class GuardedServer(IPartitionableServer server) : IPartitionableServer
{
    /// <inheritdoc/>
    public ImplementationDescription Describe() => Guard(0, static (server, _) => server.Describe());

    /// <inheritdoc/>
    public void Reset(ServerSetup setup) => Guard(setup, static (server, setup) =>
    {
        server.Reset(setup);
        return true;
    });

    /// <inheritdoc/>
    public Outcome Apply(Operation operation) =>
        Guard(operation, static (server, operation) => server.Apply(operation));

    /// <inheritdoc/>
    public Observation Observe() => Guard(0, static (server, _) => server.Observe());

    /// <summary>Whether it takes requests of several clients.</summary>
    public bool IsConcurrent => server is IConcurrentServer;

    /// <summary>Another client of it.</summary>
    /// <exception cref="ProtocolException">It takes requests of one client.</exception>
    public GuardedServer Connect(int client) => new(Guard(client, static (server, client) =>
        server is IConcurrentServer concurrent ? concurrent.Connect(client) : null)
        ?? throw new ProtocolException("\"client\" is given, and this adapter takes requests of one client"));

    /// <inheritdoc/>
    public void Dispose() => server.Dispose();

    private T Guard<T, TArgument>(TArgument argument, Func<IPartitionableServer, TArgument, T> ask)
    {
        try
        {
            return ask(server, argument);
        }
        catch (Exception problem)
        {
            throw new BrokenServerException(problem);
        }
    }
}
