using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Histories;

/// <summary>Puts the events of a history together to calls, one event after another.</summary>
internal sealed class HistoryCalls
{
    private const int MostClients = 1000;

    private readonly ImmutableArray<HistoryCall>.Builder calls = ImmutableArray.CreateBuilder<HistoryCall>();
    private readonly Dictionary<int, (int Place, int Line)> open = [];
    private long latest = -1;

    /// <summary>The calls so far.</summary>
    public ImmutableArray<HistoryCall> All => calls.ToImmutable();

    /// <summary>Takes the next event. Returns what is wrong with it, as a sentence; null if nothing is.</summary>
    /// <param name="one">The event.</param>
    /// <param name="line">The line on which it stands.</param>
    public string? Add(HistoryEvent one, int line)
    {
        if (one.At <= latest)
        {
            return $"it is out of order: it happens at {one.At}, and the line before at {latest}; each line is later "
                + "than the one before.";
        }

        latest = one.At;
        return one.Client is < 0 or >= MostClients
            ? $"there is no client {one.Client}; clients are counted from 0 to {MostClients - 1}."
            : one switch
            {
                InvokeEvent invoke => IsAboutConsumers(invoke.Operation)
                    ? "it asks for something about a driver or an application, which is not judged where several "
                        + "clients "
                        + "ask at once; leave such calls out."
                    : Begin(one, invoke.Operation, line),
                ObserveEvent => Begin(one, null, line),
                ReturnEvent answer => End(
                    one, line, isObservation: false, call => call with { Outcome = answer.Outcome }),
                ObservedEvent seen => End(
                    one, line, isObservation: true, call => call with { Observation = seen.Observation }),
                _ => End(one, line, isObservation: null, call => call),
            };
    }

    private static bool IsAboutConsumers(Operation operation) =>
        operation is RegisterDriver or RegisterApplication or Deregister or SubmitIo;

    private string? Begin(HistoryEvent one, Operation? operation, int line)
    {
        if (open.TryGetValue(one.Client, out var earlier))
        {
            return $"client {one.Client} makes a second call while that of line {earlier.Line} is open; a client waits "
                + "for its answer, or gives it up with `lost`.";
        }

        open.Add(one.Client, (calls.Count, line));
        calls.Add(new(calls.Count + 1, one.Client, operation, one.At));
        return null;
    }

    private string? End(HistoryEvent one, int line, bool? isObservation, Func<HistoryCall, HistoryCall> end)
    {
        if (!open.Remove(one.Client, out var begun))
        {
            return $"client {one.Client} gets an answer and has no open call; an answer follows its `invoke` or "
                + "`observe`.";
        }

        var call = calls[begun.Place];
        if (isObservation is { } seen && seen != call.Operation is null)
        {
            return $"client {one.Client} gets the answer to another kind of call than the one on line {begun.Line}: "
                + "`return` answers `invoke`, and `observed` answers `observe`.";
        }

        calls[begun.Place] = end(call) with { Ended = one.At };
        return null;
    }
}
