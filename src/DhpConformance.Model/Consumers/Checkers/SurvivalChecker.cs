using DhpConformance.Abstractions;

namespace DhpConformance.Model.Consumers;

/// <summary>
/// What a consumer has lived through without breaking. That it broke is seen by <see cref="Breakdown"/>; which duty it
/// has missed then takes experiments.
/// </summary>
internal static class SurvivalChecker
{
    public static IEnumerable<Judgement> Check(ConsumerTrace trace) =>
        Loaded(trace)
            .Concat(trace.PlacesOf(Happening.Settled).SelectMany(at => Settled(trace, at)))
            .Concat(FailedStarts(trace))
            .Concat(Lost(trace))
            .Concat(Unloaded(trace));

    private static IEnumerable<Judgement> Loaded(ConsumerTrace trace)
    {
        if (trace.Spans is not [{ Event: LoadEvent, Succeeded: true } load, ..])
        {
            yield break;
        }

        yield return new("C-PROC-01", load.End);
        yield return new("C-MEM-01", load.End);
        if (HasGaps(load.Before))
        {
            yield return new("C-PROC-03", load.End);
        }
    }

    private static IEnumerable<Judgement> Settled(ConsumerTrace trace, int at)
    {
        yield return new("C-REST-01", at);
        foreach (var added in trace.PlacesOf(Happening.ProcessorActivated).Where(place => place < at))
        {
            var processor = trace.Entries[added].After.Processors[^1];
            var ran = RanOn(trace, processor, added, at);
            if (ran)
            {
                yield return new("C-PROC-02", at);
            }

            if (ran || IsNotified(trace, processor, at))
            {
                yield return new("C-PROC-07", at);
            }

            if (HasGaps(trace.Entries[added].After))
            {
                yield return new("C-PROC-04", at);
            }

            if (trace.Entries[added].After.Processors[^1].Number > 31)
            {
                yield return new("C-PROC-12", at);
            }
        }

        if (trace.PlacesOf(Happening.Replaced).Any(place => place < at))
        {
            yield return new("C-PWR-06", at);
        }
    }

    private static IEnumerable<Judgement> FailedStarts(ConsumerTrace trace) =>
        from span in trace.Spans
        where span is { Event: ProcessorChangeEvent { State: ProcessorChangeState.Start }, RanOutOfMemory: true }
        select new Judgement("C-SYN-01", span.End);

    // Code that still runs after its driver was unloaded breaks the system. The threads of a process end with it.
    private static IEnumerable<Judgement> Unloaded(ConsumerTrace trace) =>
        from span in trace.Spans
        where span is { Event: UnloadEvent, Answer.BugCheck: null } && trace.Description.Role == ConsumerRole.Driver
        from judgement in new[]
        {
            Judgement.Of(
                "C-REST-01",
                span.End,
                span.After.Threads.Count == 0,
                "no thread left after unload",
                $"{span.After.Threads.Count} left, in code that is gone") with { IsAmbiguous = true },
            Judgement.Of(
                "C-REST-01",
                span.End,
                span.After.Interrupts.Count == 0,
                "no interrupt connected after unload",
                $"{span.After.Interrupts.Count} connected, with a service routine in code that is gone"),
        }
        select judgement;

    // Two processors with one number in different groups: what was allocated for the first one may be lost.
    private static IEnumerable<Judgement> Lost(ConsumerTrace trace) =>
        from span in trace.Spans
        where span is { Event: UnloadEvent, Answer.BugCheck: null } && trace.Description.Role == ConsumerRole.Driver
            && span.After.Allocations.Count > 0
            && span.After.Processors.DistinctBy(one => one.Number).Count() < span.After.Processors.Length
        select Judgement.Of(
            "C-PROC-07",
            span.End,
            false,
            "data for each processor, and all of it freed at unload",
            $"{span.After.Allocations.Count} allocations left: processors with the same number in two groups share one "
            + "place") with { IsAmbiguous = true };

    // Data that nothing looks up has not been put to the test.
    private static bool RanOn(ConsumerTrace trace, ProcessorNumber processor, int from, int to) =>
        trace.Spans.Any(span => span.Begin > from && span.Begin < to
            && CallTargets.ProcessorOf(span.Event) == processor.Index)
        || trace.CallsBetween(from, to).Any(called => called.Answer.Succeeded
            && CallTargets.Of(called.Call) is { Mask: > 0 } target && SystemState.Covers(target, processor));

    private static bool IsNotified(ConsumerTrace trace, ProcessorNumber processor, int to) =>
        trace.Spans.Any(span => span.Begin < to
            && span.Event is ProcessorChangeEvent change && change.Index == processor.Index);

    private static bool HasGaps(SystemState state) =>
        state.Processors.Any(one => one.Number >= state.Processors.Length);
}
