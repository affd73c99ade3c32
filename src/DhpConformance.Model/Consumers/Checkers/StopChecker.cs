using DhpConformance.Abstractions;

namespace DhpConformance.Model.Consumers;

/// <summary>Stop and start of a device: C-REB-01, -02, -03, -05, -08. Requests are judged elsewhere.</summary>
internal static class StopChecker
{
    public static IEnumerable<Judgement> Check(ConsumerTrace trace) =>
        from span in trace.Spans
        where span.Answer is { BugCheck: null }
        from judgement in Of(trace, span, span.Answer!)
        select judgement;

    private static IEnumerable<Judgement> Of(ConsumerTrace trace, EventSpan span, ConsumerAnswer answer) =>
        span.Event switch
    {
        QueryStopEvent =>
        [
            Judgement.Of("C-REB-01", span.End, answer.Status >= 0, "success", $"status 0x{answer.Status:X8}"),
            Judgement.Of("C-REB-08", span.End, answer.Status != ConsumerAnswer.Pending, "an answer", "pending"),
        ],
        StopDeviceEvent =>
        [
            Judgement.Of("C-REB-02", span.End, answer.Status >= 0, "success", $"status 0x{answer.Status:X8}"),
            Judgement.Of("C-REB-08", span.End, answer.Status != ConsumerAnswer.Pending, "an answer", "pending"),
            Quiet(trace, span),
        ],
        CancelStopEvent =>
            [Judgement.Of("C-REB-02", span.End, answer.Status >= 0, "success", $"status 0x{answer.Status:X8}")],
        StartDeviceEvent start => Started(trace, span, start),
        QueryPowerEvent or SetPowerEvent when span.Before.Device == DeviceStage.Stopped =>
        [
            Judgement.Of(
                "C-REB-08",
                span.End,
                answer.Status != ConsumerAnswer.Pending || IsDoneLater(trace, span),
                "an answer while the device is stopped",
                "the power request is held"),
        ],
        _ => [],
    };

    // The system waits until the device sleeps, or gives up: a driver that has put it to sleep by then held nothing.
    // One that has not switched it on when it is started again has waited for the start.
    private static bool IsDoneLater(ConsumerTrace trace, EventSpan span)
    {
        var until = span.Event is SetPowerEvent { Power: SystemPower.S0 }
            ? trace.Spans.Where(later => later.Event is StartDeviceEvent).Select(later => later.Begin)
            : trace.PlacesOf(Happening.Suspended);
        return trace.CallsBetween(span.Begin, until.FirstOrDefault(at => at > span.Begin, span.End))
            .Any(called => called.Call is SetDevicePower);
    }

    private static Judgement Quiet(ConsumerTrace trace, EventSpan stop)
    {
        var until = trace.Spans.Where(span => span.Begin > stop.End && span.Event is StartDeviceEvent)
            .Select(span => span.Begin).FirstOrDefault(trace.Entries.Length);
        var use = Enumerable.Range(stop.End, until - stop.End)
            .FirstOrDefault(at => trace.Entries[at] is Called { Call: TouchHardware or StartDma or ConnectInterrupt },
                -1);
        return stop.After.Interrupts.Count > 0 || stop.After.Dma.Count > 0
            ? Judgement.Of(
                "C-REB-03",
                stop.End,
                false,
                "no interrupt connected and no transfer under way",
                $"{stop.After.Interrupts.Count} interrupts and {stop.After.Dma.Count} transfers")
            : Judgement.Of(
                "C-REB-03",
                use < 0 ? stop.End : use,
                use < 0,
                "the hardware left alone until it is started again",
                use < 0 ? "" : CallNames.Of(((Called)trace.Entries[use]).Call));
    }

    private static IEnumerable<Judgement> Started(ConsumerTrace trace, EventSpan span, StartDeviceEvent start)
    {
        var before = trace.Spans.Where(earlier => earlier.Begin < span.Begin)
            .Select(earlier => earlier.Event).OfType<StartDeviceEvent>().ToList();
        if (before.Count == 0 || trace.SettledAfter(span.End) is not { } settled)
        {
            yield break;
        }

        // A driver may have an interrupt for each processor: together they cover the processors.
        var mask = trace.InterruptsAfter(span);
        var isStale = mask != 0 && before.Any(old =>
            (start.Mask & ~old.Mask) is not 0 and var added && (added & mask) == 0);
        var none = mask == 0 && trace.Entries[settled].After.Interrupts.Count == 0
            && trace.Entries[settled].After.Device == DeviceStage.Started;
        yield return Judgement.Of(
            "C-REB-05",
            span.End,
            !isStale && !none,
            $"the interrupt connected with mask 0x{start.Mask:X}",
            none ? "none is connected" : $"mask 0x{mask:X}, without the processors added since an earlier start");
    }
}
