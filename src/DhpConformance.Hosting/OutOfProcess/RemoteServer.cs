using DhpConformance.Abstractions;

namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>
/// A server that is reached through an adapter in another process. After a fault the next reset starts afresh. Further
/// clients join it over connections of their own where there can be such, and otherwise share the one there is.
/// </summary>
/// <param name="open">Starts an adapter, or connects to one.</param>
/// <param name="options">Its deadlines.</param>
/// <param name="shared">What all servers of the implementation know of its silence; null for a server alone.</param>
internal sealed class RemoteServer(Func<IAdapterLink> open, HostingOptions options, Silence? shared = null)
    : IConcurrentServer
{
    private readonly Silence silence = shared ?? new();
    private ImplementationDescription? description;
    private readonly List<RemoteClient> clients = [];
    private AdapterClient? conversation;
    private string session = "";
    private bool isBroken;
    private bool restartPerReset = options.RestartPerReset;
    private bool wasReset;

    /// <inheritdoc/>
    public ImplementationDescription Describe()
    {
        if (description is null)
        {
            Connect();
        }

        return description!;
    }

    /// <inheritdoc/>
    public void Reset(ServerSetup setup)
    {
        if (isBroken || clients.Exists(client => client.IsBroken))
        {
            Abandon();
        }

        EndClients();
        if (wasReset && restartPerReset)
        {
            End();
        }

        Connect();
        wasReset = true;
        session = Guard(Current(), setup, static (it, what) => it.Reset(what));
    }

    /// <inheritdoc/>
    public IPartitionableServer Connect(int client)
    {
        var first = Current();
        var isOwn = first.IsShared && session.Length > 0;
        var another = isOwn ? Joined(client) : first.Another(client);
        clients.Add(new(this, another, isOwn, silence, options));
        return clients[^1];
    }

    /// <inheritdoc/>
    public Outcome Apply(Operation operation) => Guard(Current(), operation, static (it, what) => it.Apply(what));

    /// <inheritdoc/>
    public Observation Observe() => Guard(Current(), 0, static (it, _) => it.Observe());

    /// <inheritdoc/>
    public void Dispose()
    {
        EndClients();
        End();
    }

    private AdapterClient Current() => wasReset && conversation is not null
        ? conversation
        : throw new InvalidOperationException("The server has to be reset first: at the beginning and after a fault.");

    private void Connect()
    {
        if (conversation is null)
        {
            if (options.Interrupted.IsCancellationRequested)
            {
                throw AdapterClient.Interruption();
            }

            silence.ThrowIfFinal();

            conversation = new AdapterClient(open(), options);
            var handshake = Guard(
                conversation, description, static (it, before) =>
                    ConsistentDescription.OrThrow(before, it.Initialize()));
            restartPerReset |= handshake.RestartPerReset;
            description = handshake.Description;
        }
    }

    // A connection of its own, to the same server.
    private AdapterClient Joined(int client)
    {
        var another = new AdapterClient(open(), options);
        try
        {
            ConsistentDescription.OrThrow(description, another.Initialize());
            another.Join(session, client);
            return another;
        }
        catch (HostingException)
        {
            another.Dispose();
            throw;
        }
    }

    // A wire that is shared ends with its adapter.
    private void EndClients()
    {
        clients.ForEach(client => client.Dispose());
        clients.Clear();
    }

    private void End()
    {
        foreach (var warning in isBroken ? [] : conversation?.End() ?? [])
        {
            options.Warned?.Invoke(warning);
        }

        Abandon();
    }

    private void Abandon()
    {
        conversation?.Dispose();
        conversation = null;
        wasReset = false;
        isBroken = false;
    }

    /// <summary>
    /// Asks, and lets go of an adapter that broke: at once, or at the next reset if other clients may still wait.
    /// </summary>
    private T Guard<T, TArgument>(AdapterClient with, TArgument argument, Func<AdapterClient, TArgument, T> ask)
    {
        var sent = Silence.Now;
        try
        {
            var answer = ask(with, argument);
            silence.Break();
            return answer;
        }
        catch (HostingException problem)
        {
            silence.Tell(problem, sent);
            isBroken = clients.Count > 0;
            if (!isBroken)
            {
                Abandon();
            }

            throw;
        }
    }
}
