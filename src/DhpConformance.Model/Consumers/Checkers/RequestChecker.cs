using DhpConformance.Abstractions;

namespace DhpConformance.Model.Consumers;

/// <summary>
/// Requests from their arrival to their end: C-REB-04, -06, -07, C-PWR-04, C-REST-01. Says nothing of how fast, nor of
/// the order of requests that nothing held.
/// </summary>
internal static class RequestChecker
{
    public static IEnumerable<Judgement> Check(ConsumerTrace trace)
    {
        var arrivals = trace.Spans.Where(span => span.Event is IoEvent).ToList();
        return arrivals.SelectMany(span => Arrived(span))
            .Concat(Twice(trace, arrivals))
            .Concat(Left(trace, arrivals))
            .Concat(Order(trace, arrivals));
    }

    private static bool Stopped(EventSpan span) => span.Before.Device == DeviceStage.Stopped;

    private static bool Asleep(EventSpan span) => span.Before.SystemPower == SystemPower.S4;

    private static IEnumerable<Judgement> Arrived(EventSpan span)
    {
        if (span.Answer is not { BugCheck: null } answer)
        {
            yield break;
        }

        var failed = answer.Status < 0
            || span.Calls.Any(made => made.Call is CompleteIo { Status: < 0 } && made.Answer.Succeeded);
        if (Stopped(span) || Asleep(span))
        {
            yield return Judgement.Of(
                Stopped(span) ? "C-REB-07" : "C-PWR-04",
                span.End,
                !failed,
                "the request held",
                "it failed");
        }
    }

    private static IEnumerable<Judgement> Twice(ConsumerTrace trace, List<EventSpan> arrivals) =>
        from span in trace.Spans
        from made in span.Calls
        where made.Call is CompleteIo
        let request = ((CompleteIo)made.Call).Request
        let arrival = arrivals.Find(one => ((IoEvent)one.Event).Request == request)
        select Judgement.Of(
            arrival is not null && IsHeld(trace, arrival) ? "C-REB-06" : "C-REST-01",
            made.At,
            made.Answer.Succeeded,
            "each request completed once",
            $"request {request} completed, which is not outstanding") with { IsAmbiguous = true };

    private static IEnumerable<Judgement> Left(ConsumerTrace trace, List<EventSpan> arrivals) =>
        from arrival in arrivals
        where arrival.Answer is { BugCheck: null }
        let settled = trace.SettledAfter(arrival.End)
        where settled is not null && Works(trace.Entries[settled.Value].After)
        select Judgement.Of(
            IsHeld(trace, arrival) ? "C-REB-06"
                : SleptSince(trace, arrival.Begin, settled.Value) ? "C-PWR-04" : "C-REST-01",
            settled.Value,
            !trace.Entries[settled.Value].After.Requests.ContainsKey(((IoEvent)arrival.Event).Request),
            $"request {((IoEvent)arrival.Event).Request} completed when everything has settled",
            "it was never completed") with { IsAmbiguous = true };

    private static bool Works(SystemState state) =>
        state is { Device: DeviceStage.Started, SystemPower: SystemPower.S0 };

    // It came while the device was stopped or about to be, or had not ended when it was stopped.
    private static bool IsHeld(ConsumerTrace trace, EventSpan arrival) =>
        arrival.Before.Device is DeviceStage.Stopped or DeviceStage.StopPending
        || trace.Spans.Any(span => span.Begin > arrival.Begin && span.Event is QueryStopEvent
            && span.Before.Requests.ContainsKey(((IoEvent)arrival.Event).Request));

    private static bool SleptSince(ConsumerTrace trace, int from, int to) =>
        trace.Spans.Any(span => span.End > from && span.Begin < to
            && (span.Event is SetPowerEvent || span.Before.SystemPower == SystemPower.S4));

    // The first sign that a request goes on is its transfer, or else its end.
    private static IEnumerable<Judgement> Order(ConsumerTrace trace, List<EventSpan> arrivals)
    {
        var held = arrivals.Where(span => Stopped(span) && !Asleep(span) && span.Answer is { BugCheck: null }).ToList();
        for (var i = 1; i < held.Count; i++)
        {
            var first = (IoEvent)held[i - 1].Event;
            var second = (IoEvent)held[i].Event;
            if (BeginOf(trace, held[i - 1].End, first) is { } one && BeginOf(trace, held[i].End, second) is { } other)
            {
                yield return Judgement.Of(
                    "C-REB-04",
                    Math.Min(one, other),
                    one < other,
                    $"request {first.Request} before request {second.Request}, as they came",
                    $"request {second.Request} went on first");
            }
        }
    }

    private static int? BeginOf(ConsumerTrace trace, int from, IoEvent request)
    {
        for (var at = from; at < trace.Entries.Length; at++)
        {
            if (trace.Entries[at] is Called { Call: var call }
                && ((call is StartDma dma && dma.Address == request.Address)
                    || (call is CompleteIo complete && complete.Request == request.Request)))
            {
                return at;
            }
        }

        return null;
    }
}
