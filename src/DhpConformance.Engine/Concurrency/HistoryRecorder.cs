using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Histories;

namespace DhpConformance.Engine.Concurrency;

/// <summary>Writes down what clients ask and get, on whatever threads they are.</summary>
internal sealed class HistoryRecorder
{
    private readonly Lock state = new();
    private readonly List<HistoryCall> calls = [];
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

    /// <summary>Has a client apply an operation, or observe, and writes down both ends.</summary>
    /// <param name="client">Which client.</param>
    /// <param name="server">What it asks.</param>
    /// <param name="operation">What it asks for; null for an observation.</param>
    /// <param name="scheduler">Who decides when it goes on; null for nobody.</param>
    /// <param name="begun">Is called when it has begun, before anything is asked; null for nothing.</param>
    /// <returns>What was seen; null for an operation.</returns>
    public Observation? Ask(
        int client,
        IPartitionableServer server,
        Operation? operation,
        RoundScheduler? scheduler = null,
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
                End(place, call => call with { Observation = seen });
                return seen;
            }

            var outcome = server.Apply(operation);
            scheduler?.Yield("answer");
            End(place, call => call with { Outcome = outcome });
            return null;
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

    private int Begin(int client, Operation? operation)
    {
        lock (state)
        {
            calls.Add(new(calls.Count + 1, client, operation, time++));
            return calls.Count - 1;
        }
    }

    private void End(int place, Func<HistoryCall, HistoryCall> end)
    {
        lock (state)
        {
            calls[place] = end(calls[place]) with { Ended = time++ };
        }
    }
}
