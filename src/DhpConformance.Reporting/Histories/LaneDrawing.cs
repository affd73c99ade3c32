using System.Collections.Immutable;
using DhpConformance.Engine.Concurrency;
using DhpConformance.Engine.Histories;

namespace DhpConformance.Reporting.Histories;

/// <summary>
/// Where the calls that explain a failure are drawn: a lane for each client, time to the right. Only the order of
/// events is drawn.
/// </summary>
internal sealed class LaneDrawing
{
    /// <summary>How high a lane is.</summary>
    public const int LaneHeight = 34;

    /// <summary>How much room the names of the clients take.</summary>
    public const int Margin = 76;

    private const int Step = 34;

    /// <param name="failure">What is drawn.</param>
    public LaneDrawing(ConcurrentFailure failure)
    {
        var around = failure.Result is { } result
            ? result.Stuck.Select(stuck => stuck.Call)
            : HistoryLanes.Waiting(failure.History);
        Calls = [.. HistoryLanes.Around(failure.History, around)];
        Clients = [.. Calls.Select(call => call.Client).Distinct().Order()];
        var times = Calls.SelectMany(call => new[] { call.Invoked, HistoryLanes.End(call) })
            .Distinct().Order().ToList();
        var placed = failure.Result?.Order.Select(call => call.Number).ToHashSet() ?? [];
        var stuck = failure.Result?.Stuck.Select(one => one.Call.Number).ToHashSet() ?? [];
        Boxes =
        [
            .. Calls.Select(call => new Box(
                call,
                Margin + (times.IndexOf(call.Invoked) * Step),
                (Clients.IndexOf(call.Client) * LaneHeight) + 4,
                ((times.IndexOf(HistoryLanes.End(call)) - times.IndexOf(call.Invoked)) * Step) - 4,
                stuck.Contains(call.Number) || (failure.Result is null && call.Ended is null) ? "fail"
                    : placed.Contains(call.Number) ? "pass"
                    : "not-claimed")),
        ];
        Width = Margin + (times.Count * Step);
    }

    /// <summary>The calls that are drawn, in the order of their beginning.</summary>
    public ImmutableArray<HistoryCall> Calls { get; }

    /// <summary>The clients, from top to bottom.</summary>
    public ImmutableArray<int> Clients { get; }

    /// <summary>The calls as boxes.</summary>
    public ImmutableArray<Box> Boxes { get; }

    /// <summary>How wide all of it is.</summary>
    public int Width { get; }

    /// <summary>How high all of it is.</summary>
    public int Height => Clients.Length * LaneHeight;

    /// <summary>A call as a box.</summary>
    /// <param name="Call">The call.</param>
    /// <param name="X">Its left edge.</param>
    /// <param name="Y">Its upper edge.</param>
    /// <param name="Width">How wide it is; one without an answer goes on to the end.</param>
    /// <param name="Style">The style of a verdict: whether it is in the order, fits nowhere, or neither.</param>
    internal sealed record Box(HistoryCall Call, int X, int Y, int Width, string Style);
}
