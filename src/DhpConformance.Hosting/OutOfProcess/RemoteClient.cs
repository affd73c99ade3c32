using DhpConformance.Abstractions;

namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>Another client of a server that is reached through an adapter.</summary>
/// <param name="server">The server.</param>
/// <param name="conversation">What it asks over.</param>
/// <param name="isOwn">Whether it has a connection of its own, which ends with it.</param>
/// <param name="silence">What all servers of the implementation know of its silence.</param>
/// <param name="options">Who is told of a connection that does not end.</param>
internal sealed class RemoteClient(
    RemoteServer server, AdapterClient conversation, bool isOwn, Silence silence, HostingOptions options)
    : IPartitionableServer
{
    private bool hasEnded;

    /// <summary>Whether it got no answer that counts.</summary>
    public bool IsBroken { get; private set; }

    /// <inheritdoc/>
    public ImplementationDescription Describe() => server.Describe();

    /// <inheritdoc/>
    public void Reset(ServerSetup setup) =>
        throw new InvalidOperationException("Client 0 alone resets the server.");

    /// <inheritdoc/>
    public Outcome Apply(Operation operation) => Guard(operation, static (it, what) => it.Apply(what));

    /// <inheritdoc/>
    public Observation Observe() => Guard(0, static (it, _) => it.Observe());

    /// <inheritdoc/>
    public void Dispose()
    {
        if (hasEnded)
        {
            return;
        }

        hasEnded = true;
        foreach (var warning in isOwn && !IsBroken ? conversation.End() : [])
        {
            options.Warned?.Invoke(warning);
        }

        conversation.Dispose();
    }

    private T Guard<T, TArgument>(TArgument argument, Func<AdapterClient, TArgument, T> ask)
    {
        var sent = Silence.Now;
        try
        {
            var answer = ask(conversation, argument);
            silence.Break();
            return answer;
        }
        catch (HostingException problem)
        {
            IsBroken = true;
            silence.Tell(problem, sent);
            throw;
        }
    }
}
