using System.Collections.Concurrent;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Generation;

namespace DhpConformance.Engine.Concurrency;

/// <summary>
/// Lets the clients of one round go on one at a time, in an order drawn from a seed, so that the same seed gives the
/// same interleaving. In most rounds each client has a priority, and at one or two moments the one that is running
/// gets the lowest (probabilistic concurrency testing): what needs few changes of turn is found soon. In the others
/// each turn is drawn.
/// </summary>
internal sealed class RoundScheduler : IInterleaving
{
    private const int MostTurns = 100_000;
    private const int MostTurnsToLive = 8;

    private readonly Lock state = new();
    private readonly TaskCompletionSource allEnded = new();
    private readonly ConcurrentDictionary<int, Client> current = [];
    private readonly Dictionary<object, Client> owners = [];
    private readonly List<Client> clients = [];
    private readonly int[] changes;
    private readonly bool isDrawn;
    private (int Client, Action End)? ending;
    private int turnsLeft;
    private ulong seed;
    private int step;
    private int lowest = -1;

    /// <param name="seed">What the order is drawn from.</param>
    /// <param name="steps">About how many turns there will be, 1 or more.</param>
    public RoundScheduler(ulong seed, int steps)
    {
        var random = new RandomSource(seed);
        this.seed = seed;
        isDrawn = random.Chance(34);
        changes = new int[random.Below(3)];
        for (var i = 0; i < changes.Length; i++)
        {
            changes[i] = 1 + random.Below(steps);
        }
    }

    /// <summary>How many turns there were.</summary>
    public int Steps => step;

    /// <summary>Whether all clients waited for locks of each other, and were ended.</summary>
    public bool IsDeadlocked { get; private set; }

    /// <summary>Lets a client end in the middle of what it asks.</summary>
    /// <param name="client">Which client.</param>
    /// <param name="end">Ends it; called on its own thread, in one of its turns.</param>
    public void End(int client, Action end)
    {
        ending = (client, end);
        turnsLeft = 1 + (int)(Next() % MostTurnsToLive);
    }

    /// <summary>Runs what each client does, to the end of all of them.</summary>
    /// <param name="programs">What each client does.</param>
    /// <param name="patience">How long one turn may take at most.</param>
    /// <returns>False if a client did not come back; its thread is left behind.</returns>
    public bool Run(IReadOnlyList<Action> programs, TimeSpan patience)
    {
        var priorities = Enumerable.Range(0, programs.Count).OrderBy(_ => Next()).ToArray();
        clients.AddRange(priorities.Select(priority => new Client { Priority = priority }));
        var threads = programs.Index()
            .Select(one => new Thread(() => Live(clients[one.Index], one.Item)) { IsBackground = true })
            .ToList();
        threads.ForEach(thread => thread.Start());
        lock (state)
        {
            GoOn();
        }

        var before = -1;
        while (!allEnded.Task.Wait(patience))
        {
            if (before == Volatile.Read(ref step))
            {
                return false;
            }

            before = Volatile.Read(ref step);
        }

        threads.ForEach(thread => thread.Join());
        return true;
    }

    /// <inheritdoc/>
    public void Yield(string place)
    {
        if (!current.TryGetValue(Environment.CurrentManagedThreadId, out var client))
        {
            return;
        }

        if (ending is { } one && clients[one.Client] == client && --turnsLeft == 0)
        {
            one.End();
        }

        lock (state)
        {
            ThrowIfEnded();
            if (changes.Contains(++step))
            {
                client.Priority = lowest--;
            }

            if (step > MostTurns)
            {
                // They wait for each other in loops, which is no better than locks.
                BreakOff();
            }

            GoOn();
        }

        client.Turn.Wait();
        ThrowIfEnded();
    }

    /// <inheritdoc/>
    public void Enter(object gate)
    {
        if (!current.TryGetValue(Environment.CurrentManagedThreadId, out var client))
        {
            return;
        }

        Yield("lock");
        while (true)
        {
            lock (state)
            {
                ThrowIfEnded();
                if (owners.TryAdd(gate, client))
                {
                    return;
                }

                client.Awaited = gate;
                GoOn();
            }

            client.Turn.Wait();
        }
    }

    /// <inheritdoc/>
    public void Exit(object gate)
    {
        lock (state)
        {
            owners.Remove(gate);
            foreach (var waiting in clients.Where(one => one.Awaited == gate))
            {
                waiting.Awaited = null;
            }
        }
    }

    private void Live(Client client, Action program)
    {
        current[Environment.CurrentManagedThreadId] = client;
        client.Turn.Wait();
        try
        {
            program();
        }
        catch (RoundEndedException)
        {
            // What it asked for stays without an answer.
        }
        finally
        {
            lock (state)
            {
                client.HasEnded = true;
                GoOn();
            }
        }
    }

    // Gives the turn to the next client. If all of them wait, none will ever go on: then the round is over.
    private void GoOn()
    {
        var ready = clients.Where(one => !one.HasEnded && one.Awaited is null).ToList();
        if (ready.Count > 0)
        {
            (isDrawn ? ready[(int)(Next() % (ulong)ready.Count)] : ready.MaxBy(one => one.Priority)!).Turn.Release();
        }
        else if (clients.TrueForAll(one => one.HasEnded))
        {
            allEnded.TrySetResult();
        }
        else
        {
            BreakOff();
        }
    }

    private void BreakOff()
    {
        if (!IsDeadlocked)
        {
            IsDeadlocked = true;
            clients.Where(one => !one.HasEnded).ToList().ForEach(one => one.Turn.Release());
        }
    }

    private ulong Next() => RandomSource.Mix(seed += RandomSource.Gamma);

    private void ThrowIfEnded()
    {
        if (IsDeadlocked)
        {
            throw new RoundEndedException();
        }
    }

    private sealed class Client
    {
        public SemaphoreSlim Turn { get; } = new(0);

        public int Priority { get; set; }

        public object? Awaited { get; set; }

        public bool HasEnded { get; set; }
    }
}

/// <summary>The round is over before the client has its answer.</summary>
internal sealed class RoundEndedException : Exception;
