using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Histories;

namespace DhpConformance.Engine.Concurrency;

/// <summary>A server that was reset, its clients, and what they have asked and got since.</summary>
/// <param name="server">The server; client 0.</param>
/// <param name="patience">How long a client may take for one answer, or a round on free threads altogether.</param>
internal sealed class ConcurrentSession(IConcurrentServer server, TimeSpan patience)
{
    // Turns of a loop that a client may live, on threads as they like: up to about as long as a request over a socket.
    private const int LongestLife = 20_000;

    private readonly HistoryRecorder recorder = new();
    private readonly List<IPartitionableServer> clients = [server];
    private int steps = 20;

    /// <summary>The calls so far, in the order of their beginning.</summary>
    public ImmutableArray<HistoryCall> Calls => recorder.Calls;

    /// <summary>How a client broke that did, in words; null if none has.</summary>
    public string? Fault => recorder.Fault?.Message;

    /// <summary>
    /// How a client got no answer where the server itself ended, or the way to it; null if none has.
    /// </summary>
    public string? Silence => recorder.Silence?.Message;

    /// <summary>Whether a client was left behind in the server, so that it cannot be used again.</summary>
    public bool IsStuck { get; private set; }

    /// <summary>Whether all clients of a round waited for locks of each other, which was seen at once.</summary>
    public bool IsDeadlocked { get; private set; }

    /// <summary>Whether some call got no answer, though the server may go on.</summary>
    public bool IsUnanswered => IsStuck || recorder.Silence is not null;

    /// <summary>Resets the server, and lets the clients join.</summary>
    /// <param name="setup">What the server becomes.</param>
    /// <param name="count">How many clients there are.</param>
    /// <exception cref="RoundEndedException">The server broke.</exception>
    public void Begin(ServerSetup setup, int count)
    {
        try
        {
            server.Reset(setup);
            for (var client = 1; client < count; client++)
            {
                clients.Add(server.Connect(client));
            }
        }
        catch (Exception exception)
        {
            throw recorder.Blamed(exception);
        }
    }

    /// <summary>Has one client ask while no other does.</summary>
    /// <param name="client">Which client.</param>
    /// <param name="operation">What it asks for; null for an observation.</param>
    /// <returns>What was seen; null for an operation.</returns>
    /// <exception cref="RoundEndedException">The server broke, or does not answer.</exception>
    public Observation? Ask(int client, Operation? operation)
    {
        // A lock that was left behind is waited for by whoever comes next, for ever.
        var asked = Task.Run(() => recorder.Ask(client, clients[client], operation));
        try
        {
            IsStuck = !asked.Wait(patience);
            return IsStuck ? throw new RoundEndedException() : asked.Result;
        }
        catch (AggregateException)
        {
            throw new RoundEndedException();
        }
    }

    /// <summary>The clients that died.</summary>
    public IReadOnlyCollection<int> Dead => recorder.Dead;

    /// <summary>Has clients ask at once, and waits for all of them.</summary>
    /// <param name="round">What each client asks, and what befalls whom.</param>
    /// <param name="seed">What their order is drawn from, if the server lets somebody decide.</param>
    /// <returns>False if somebody got no answer: all wait for each other, or one does not come back.</returns>
    /// <exception cref="RoundEndedException">The server broke.</exception>
    public bool Ask(Round round, ulong seed)
    {
        var programs = round.Programs;
        var interleavable = server as IInterleavable;
        var scheduler = interleavable is null ? null : new RoundScheduler(seed, steps);

        // With freely scheduled threads, the first client may have ended before another begins.
        var waiting = scheduler is null
            ? programs.Count(program => !program.IsEmpty) + (round.Dies is null ? 0 : 1)
            : 0;
        void WaitForOthers()
        {
            Interlocked.Decrement(ref waiting);
            SpinWait.SpinUntil(() => Volatile.Read(ref waiting) <= 0);
        }

        List<Action> lives =
        [
            .. programs.Index().Select(one => (Action)(() =>
            {
                foreach (var (place, operation) in one.Item.Index())
                {
                    recorder.Ask(
                        one.Index,
                        clients[one.Index],
                        operation,
                        scheduler,
                        place == 0 && one.Index == round.Loses,
                        place == 0 && scheduler is null ? WaitForOthers : null);
                }
            })),
        ];
        if (round.Dies is { } dying)
        {
            if (scheduler is not null)
            {
                scheduler.End(dying, () => Kill(dying));
            }
            else
            {
                lives.Add(() =>
                {
                    WaitForOthers();
                    Thread.SpinWait((int)(seed % LongestLife));
                    Kill(dying);
                });
            }
        }

        interleavable?.Interleave(scheduler);
        var hasEnded = scheduler?.Run(lives, patience) ?? FreeThreads.Run(lives, patience);
        interleavable?.Interleave(null);
        steps = Math.Max(1, scheduler?.Steps ?? 1);
        IsDeadlocked = scheduler is { IsDeadlocked: true };
        IsStuck = !hasEnded || IsDeadlocked;
        return Fault is null ? !IsUnanswered : throw new RoundEndedException();
    }

    private void Kill(int client)
    {
        recorder.Bury(client);
        try
        {
            clients[client].Dispose();
        }
        catch (Exception exception)
        {
            throw recorder.Blamed(exception);
        }
    }

    /// <summary>Ends all clients but the first, unless one of them was left behind.</summary>
    public void End()
    {
        if (!IsStuck)
        {
            clients.Index().Where(one => one.Index > 0 && !recorder.Dead.Contains(one.Index)).ToList()
                .ForEach(one => one.Item.Dispose());
        }
    }
}
