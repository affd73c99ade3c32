using DhpConformance.Abstractions;

namespace DhpConformance.Model.Consumers;

/// <summary>
/// Processor callbacks: C-SYN-01 to C-SYN-05 and C-SYN-09. Says nothing of what is prepared, and how.
/// </summary>
internal static class CallbackChecker
{
    public static IEnumerable<Judgement> Check(ConsumerTrace trace)
    {
        foreach (var span in trace.Spans)
        {
            if (span.Event is not ProcessorChangeEvent change || span.Answer is not { BugCheck: null })
            {
                continue;
            }

            yield return Judgement.Of(
                "C-SYN-05",
                span.End,
                !span.Answer.ContextChanged,
                "the context of the callback as it was",
                "it was written to");
            foreach (var judgement in change.State == ProcessorChangeState.Start
                ? Start(trace, span)
                : Ended(trace, span, change))
            {
                yield return judgement;
            }
        }
    }

    private static IEnumerable<Judgement> Start(ConsumerTrace trace, EventSpan span)
    {
        if (span.RanOutOfMemory)
        {
            // Going on without is no fault by itself: it is one if something breaks because of it.
            yield return new("C-SYN-01", span.End);
        }

        var cause = trace.CallsBetween(0, span.End).Any(called => !called.Answer.Succeeded);
        yield return Judgement.Of(
            "C-SYN-02",
            span.End,
            span.Answer!.Status >= 0 || cause,
            "success, since no call has failed",
            $"the processor was refused with status 0x{span.Answer.Status:X8}");
    }

    private static IEnumerable<Judgement> Ended(ConsumerTrace trace, EventSpan span, ProcessorChangeEvent change)
    {
        yield return Judgement.Of(
            "C-SYN-03",
            span.End,
            span.Answer!.Status >= 0,
            $"no status at {change.State}",
            $"status 0x{span.Answer.Status:X8}");
        if (change.State != ProcessorChangeState.Failure)
        {
            yield break;
        }

        var wrong = span.Calls.FirstOrDefault(made => made.Call is Free && !made.Answer.Succeeded);
        yield return Judgement.Of(
            "C-SYN-09",
            wrong?.At ?? span.End,
            wrong is null,
            "only memory freed that it holds",
            $"free of {(wrong?.Call as Free)?.Allocation}, which it does not hold");
        if (Leak(trace, span, change) is { } leak)
        {
            yield return leak;
        }
    }

    // A table that was made larger may stay: the number of allocations counts, and not their size.
    private static Judgement? Leak(ConsumerTrace trace, EventSpan failure, ProcessorChangeEvent change)
    {
        var start = trace.Spans.LastOrDefault(span => span.Begin < failure.Begin
            && span.Event is ProcessorChangeEvent { State: ProcessorChangeState.Start } begun
            && begun.Index == change.Index && begun.Registration == change.Registration);
        if (start is null || trace.SettledAfter(failure.End) is not { } settled)
        {
            return null;
        }

        var between = trace.Spans.Any(span => span.Begin > start.Begin && span.Begin < settled
            && !IsOf(span.Event, change)
            && span.Event is not (TickEvent or RunEvent or QueryStopEvent or StopDeviceEvent or CancelStopEvent
                or StartDeviceEvent));
        var before = start.Before.Allocations.Count;
        var after = trace.Entries[settled].After.Allocations.Count;
        return between
            ? null
            : Judgement.Of(
                "C-SYN-04",
                settled,
                after <= before,
                $"{before} allocations, as before Start",
                $"{after} after Failure");
    }

    private static bool IsOf(ConsumerEvent happening, ProcessorChangeEvent change) =>
        happening is ProcessorChangeEvent other && other.Index == change.Index
        && other.Registration == change.Registration && other.State != ProcessorChangeState.Complete;
}
