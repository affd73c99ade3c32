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
            yield return new("C-PROC-02", at);
            yield return new("C-PROC-07", at);
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
                $"{span.After.Threads.Count} left, in code that is gone"),
            Judgement.Of(
                "C-REST-01",
                span.End,
                span.After.Interrupts.Count == 0,
                "no interrupt connected after unload",
                $"{span.After.Interrupts.Count} connected, with a service routine in code that is gone"),
        }
        select judgement;

    private static bool HasGaps(SystemState state) =>
        state.Processors.Any(one => one.Number >= state.Processors.Length);
}
