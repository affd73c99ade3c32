using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Histories;

namespace DhpConformance.Engine.Concurrency;

/// <summary>Writes down what clients ask and get, on whatever threads they are.</summary>
internal sealed class HistoryRecorder
{
    private readonly Lock state = new();
    private readonly List<HistoryCall> calls = [];
    private readonly HashSet<int> dead = [];
    private long time;

    /// <summary>The calls so far, in the order of their beginning.</summary>
    public ImmutableArray<HistoryCall> Calls
    {
        get
        {
            lock (state)
            {
                return [.. calls];
            }
        }
    }

    /// <summary>How a client broke that did; null if none has.</summary>
    public Exception? Fault { get; private set; }

    /// <summary>
    /// How a client got no answer, where the server ended or was waited for long enough; null if every one did.
    /// </summary>
    public ServerFaultException? Silence { get; private set; }

    /// <summary>The clients that died.</summary>
    public IReadOnlyCollection<int> Dead
    {
        get
        {
            lock (state)
            {
                return [.. dead];
            }
        }
    }

    /// <summary>Lets a client die: what it has asked for stays without an answer, and it asks nothing more.</summary>
    public void Bury(int client)
    {
        lock (state)
        {
            dead.Add(client);
            if (calls.FindLastIndex(call => call.Client == client) is >= 0 and var place && calls[place].Ended is null)
            {
                calls[place] = calls[place] with { Ended = time++ };
            }
        }
    }

    /// <summary>Has a client apply an operation, or observe, and writes down both ends.</summary>
    /// <param name="client">Which client.</param>
    /// <param name="server">What it asks.</param>
    /// <param name="operation">What it asks for; null for an observation.</param>
    /// <param name="scheduler">Who decides when it goes on; null for nobody.</param>
    /// <param name="isLost">Whether the answer is lost on its way to the client.</param>
    /// <param name="begun">Is called when it has begun, before anything is asked; null for nothing.</param>
    /// <returns>What was seen; null for an operation.</returns>
    public Observation? Ask(
        int client,
        IPartitionableServer server,
        Operation? operation,
        RoundScheduler? scheduler = null,
        bool isLost = false,
        Action? begun = null)
    {
        var place = Begin(client, operation);
        begun?.Invoke();
        try
        {
            // What is on its way, there and back, may be overtaken.
            scheduler?.Yield("request");
            if (operation is null)
            {
                var seen = server.Observe();
                scheduler?.Yield("answer");
                End(place, call => isLost ? call : call with { Observation = seen });
                return seen;
            }

            var outcome = server.Apply(operation);
            scheduler?.Yield("answer");
            End(place, call => isLost ? call : call with { Outcome = outcome });
            return null;
        }
        catch (Exception) when (IsDead(client))
        {
            throw new RoundEndedException();
        }
        catch (ServerFaultException exception)
            when (exception.Fault is ServerFault.DeadlineMissed or ServerFault.Ended)
        {
            lock (state)
            {
                Silence ??= exception;
            }

            throw new RoundEndedException();
        }
        catch (Exception exception) when (exception is not RoundEndedException)
        {
            throw Blamed(exception);
        }
    }

    /// <summary>Remembers how a client broke.</summary>
    /// <param name="exception">What it has thrown.</param>
    /// <returns>What ends the round.</returns>
    public RoundEndedException Blamed(Exception exception)
    {
        lock (state)
        {
            Fault ??= exception;
        }

        return new();
    }

    private bool IsDead(int client)
    {
        lock (state)
        {
            return dead.Contains(client);
        }
    }

    private int Begin(int client, Operation? operation)
    {
        lock (state)
        {
            if (dead.Contains(client))
            {
                throw new RoundEndedException();
            }

            calls.Add(new(calls.Count + 1, client, operation, time++));
            return calls.Count - 1;
        }
    }

    private void End(int place, Func<HistoryCall, HistoryCall> end)
    {
        lock (state)
        {
            if (dead.Contains(calls[place].Client))
            {
                throw new RoundEndedException();
            }

            calls[place] = end(calls[place]) with { Ended = time++ };
        }
    }
}
