using DhpConformance.Abstractions;
using DhpConformance.Engine.Histories;
using DhpConformance.Tests.Reference;

namespace DhpConformance.Tests.Engine.Histories;

/// <summary>
/// A history of the small server, made by hand: what a test says happens in the order in which it says it.
/// </summary>
internal sealed class HistoryBuilder
{
    private readonly List<HistoryCall> calls = [];
    private readonly Dictionary<int, int> open = [];
    private long time;

    /// <summary>What the server claims; what the reference claims, and that it may accept.</summary>
    public Claims Claims { get; init; } = Claims.All;

    public History History => new(
        new(
            HistoryHeader.CurrentFormat, "test", "hearsay",
            SmallServer.Everything, SmallServer.Setup(SmallServer.Everything), [.. Claims], Claims.Traits),
        [.. calls]);

    /// <summary>A client asks for something.</summary>
    public HistoryBuilder Ask(int client, Operation? operation)
    {
        open[client] = calls.Count;
        calls.Add(new(calls.Count + 1, client, operation, time++));
        return this;
    }

    public HistoryBuilder Answer(int client, Outcome outcome) => End(client, call => call with { Outcome = outcome });

    public HistoryBuilder Answer(int client, RefusalReason reason) => Answer(client, Outcome.Refused(reason));

    /// <summary>The requests of these clients are completed in this order.</summary>
    public HistoryBuilder Complete(params int[] clients) =>
        clients.Aggregate(this, (history, client) => history.Answer(client, Outcome.Completed));

    /// <summary>A client sees what the reference shows after these operations, all of which are granted.</summary>
    public HistoryBuilder See(int client, params Operation[] operations)
    {
        using var server = SmallServer.With(SmallServer.Everything).And(operations);
        var seen = server.Observe();
        return End(client, call => call with { Observation = seen });
    }

    /// <summary>A client gives up.</summary>
    public HistoryBuilder Lose(int client) => End(client, call => call);

    /// <summary>A request of a client is completed before any other client does anything.</summary>
    public HistoryBuilder Alone(params ReadOnlySpan<Operation> operations)
    {
        foreach (var operation in operations)
        {
            Ask(0, operation).Complete(0);
        }

        return this;
    }

    private HistoryBuilder End(int client, Func<HistoryCall, HistoryCall> end)
    {
        open.Remove(client, out var place);
        calls[place] = end(calls[place]) with { Ended = time++ };
        return this;
    }
}
