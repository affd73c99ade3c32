using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Histories;

namespace DhpConformance.Engine.Concurrency;

/// <summary>A server that was reset, its clients, and what they have asked and got since.</summary>
/// <param name="server">The server; client 0.</param>
/// <param name="patience">How long a client may take for one answer, or a round on free threads altogether.</param>
internal sealed class ConcurrentSession(IConcurrentServer server, TimeSpan patience)
{
    private readonly HistoryRecorder recorder = new();
    private readonly List<IPartitionableServer> clients = [server];
    private int steps = 20;

    /// <summary>The calls so far, in the order of their beginning.</summary>
    public ImmutableArray<HistoryCall> Calls => recorder.Calls;

    /// <summary>How a client broke that did, in words; null if none has.</summary>
    public string? Fault => recorder.Fault?.Message;

    /// <summary>Whether a client was left behind in the server, so that it cannot be used again.</summary>
    public bool IsStuck { get; private set; }

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
    /// <exception cref="RoundEndedException">The server broke.</exception>
    public Observation? Ask(int client, Operation? operation) => recorder.Ask(client, clients[client], operation);

    /// <summary>Has clients ask at once, and waits for all of them.</summary>
    /// <param name="programs">What each client asks, one thing after the other; null is an observation.</param>
    /// <param name="seed">What their order is drawn from, if the server lets somebody decide.</param>
    /// <returns>False if somebody got no answer: all wait for each other, or one does not come back.</returns>
    /// <exception cref="RoundEndedException">The server broke.</exception>
    public bool Ask(ImmutableArray<ImmutableArray<Operation?>> programs, ulong seed)
    {
        var interleavable = server as IInterleavable;
        var scheduler = interleavable is null ? null : new RoundScheduler(seed, steps);
        List<Action> lives =
        [
            .. programs.Index().Select(one => (Action)(() =>
            {
                foreach (var operation in one.Item)
                {
                    recorder.Ask(one.Index, clients[one.Index], operation, scheduler);
                }
            })),
        ];
        interleavable?.Interleave(scheduler);
        var hasEnded = scheduler?.Run(lives, patience) ?? FreeThreads.Run(lives, patience);
        interleavable?.Interleave(null);
        steps = Math.Max(1, scheduler?.Steps ?? 1);
        IsStuck = !hasEnded || scheduler is { IsDeadlocked: true };
        return Fault is null ? !IsStuck : throw new RoundEndedException();
    }
}
