using DhpConformance.Abstractions;

namespace DhpConformance.Model.Consumers;

/// <summary>
/// Sleep for a hot replace: C-PWR-01, -02, -03, -05. Requests that come meanwhile are judged elsewhere.
/// </summary>
internal static class PowerChecker
{
    public static IEnumerable<Judgement> Check(ConsumerTrace trace) =>
        trace.Spans.Where(span => span is { Event: QueryPowerEvent, Answer.BugCheck: null }).SelectMany(Query)
            .Concat(trace.PlacesOf(Happening.Suspended).Select(at => Asleep(trace, at)))
            .Concat(trace.Spans.Where(span => span.Event is TickEvent).SelectMany(TimeOuts));

    private static IEnumerable<Judgement> Query(EventSpan span)
    {
        yield return Judgement.Of(
            "C-PWR-01", span.End, span.Answer!.Status >= 0, "success", $"status 0x{span.Answer.Status:X8}");
        var switched = span.Calls.FirstOrDefault(made => made.Call is SetDevicePower);
        yield return Judgement.Of(
            "C-PWR-02",
            switched?.At ?? span.End,
            switched is null,
            "the power of the device as it was",
            $"{(switched?.Call as SetDevicePower)?.Power} because of a query");
    }

    private static Judgement Asleep(ConsumerTrace trace, int at)
    {
        var state = trace.Entries[at].After;
        var until = trace.Spans.Where(span => span.Begin > at && span.Event is SetPowerEvent { Power: SystemPower.S0 })
            .Select(span => span.Begin).FirstOrDefault(trace.Entries.Length);
        var use = Enumerable.Range(at, until - at)
            .FirstOrDefault(place => trace.Entries[place] is Called { Call: TouchHardware or StartDma }, -1);

        // A device that is stopped has no hardware to switch off.
        var awake = state.DevicePower != DevicePower.D3 && state.Device != DeviceStage.Stopped;
        return awake || state.Dma.Count > 0
            ? Judgement.Of(
                "C-PWR-03",
                at,
                false,
                "the device in D3 and no transfer under way when the system sleeps",
                $"{state.DevicePower} and {state.Dma.Count} transfers")
            : Judgement.Of(
                "C-PWR-03",
                use < 0 ? at : use,
                use < 0,
                "the hardware left alone until the system is back",
                use < 0 ? "" : CallNames.Of(((Called)trace.Entries[use]).Call));
    }

    private static IEnumerable<Judgement> TimeOuts(EventSpan span)
    {
        if (span.Before.SystemPower != SystemPower.S4 || span.Before.Requests.Count == 0)
        {
            yield break;
        }

        var expired = span.Calls.FirstOrDefault(made => made.Call is CompleteIo { Status: < 0 });
        yield return Judgement.Of(
            "C-PWR-05",
            expired?.At ?? span.End,
            expired is null,
            "requests waiting until the system is back",
            $"request {(expired?.Call as CompleteIo)?.Request} failed with status "
            + $"0x{(expired?.Call as CompleteIo)?.Status:X8} while the system slept");
    }
}
