using DhpConformance.Abstractions;

namespace DhpConformance.Hosting.Serving;

/// <summary>
/// Marks every exception of a server as its own. A server that reads JSON itself may throw the same exception as the
/// reader of requests does, and its fault must not be put down to the suite.
/// </summary>
internal sealed class GuardedServer(IPartitionableServer server) : IPartitionableServer
{
    /// <inheritdoc/>
    public ImplementationDescription Describe() => Guard(() => server.Describe());

    /// <inheritdoc/>
    public void Reset(ServerSetup setup) => Guard(() =>
    {
        server.Reset(setup);
        return true;
    });

    /// <inheritdoc/>
    public Outcome Apply(Operation operation) => Guard(() => server.Apply(operation));

    /// <inheritdoc/>
    public Observation Observe() => Guard(() => server.Observe());

    /// <inheritdoc/>
    public void Dispose() => server.Dispose();

    private static T Guard<T>(Func<T> ask)
    {
        try
        {
            return ask();
        }
        catch (Exception problem)
        {
            throw new BrokenServerException(problem);
        }
    }
}
