using DhpConformance.Abstractions;

namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>
/// A server that is reached through an adapter in another process. After a fault the next reset starts afresh.
/// </summary>
/// <param name="open">Starts an adapter, or connects to one.</param>
/// <param name="options">Its deadlines.</param>
/// <param name="shared">What all servers of the implementation know of its silence; null for a server alone.</param>
internal sealed class RemoteServer(Func<IAdapterLink> open, HostingOptions options, Silence? shared = null)
    : IPartitionableServer
{
    private readonly Silence silence = shared ?? new();
    private ImplementationDescription? description;
    private AdapterClient? conversation;
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
        if (wasReset && restartPerReset)
        {
            End();
        }

        Connect();
        wasReset = true;
        Guard(Current(), setup, static (it, what) => it.Reset(what));
    }

    /// <inheritdoc/>
    public Outcome Apply(Operation operation) => Guard(Current(), operation, static (it, what) => it.Apply(what));

    /// <inheritdoc/>
    public Observation Observe() => Guard(Current(), 0, static (it, _) => it.Observe());

    /// <inheritdoc/>
    public void Dispose() => End();

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

    private void End()
    {
        foreach (var warning in conversation?.End() ?? [])
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
    }

    /// <summary>Asks, and lets go of an adapter that broke.</summary>
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
            Abandon();
            throw;
        }
    }
}
