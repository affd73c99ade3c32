using DhpConformance.Abstractions;

namespace DhpConformance.Model.Consumers;

/// <summary>Interface notifications of drivers: C-ASY-01 to C-ASY-06, and C-MEM-02.</summary>
internal static class ArrivalChecker
{
    public static IEnumerable<Judgement> Check(ConsumerTrace trace) =>
        trace.PlacesOf(Happening.MemoryGrew).Select(at => Registered(trace, at))
            .Concat(trace.Spans.SelectMany(span => span is { Event: InterfaceChangeEvent change, Answer: not null }
                ? Judgements(trace, span, change)
                : []));

    private static Judgement Registered(ConsumerTrace trace, int at) => Judgement.Of(
        trace.Description.Role == ConsumerRole.Driver ? "C-ASY-01" : "C-APP-01",
        at,
        trace.Entries[at].After.HearsOfMemory || !trace.Description.Has(ConsumerTrait.SizedByMemory)
            || trace.CallsBetween(0, at).Any(called => called is { Call: RegisterInterface, Answer.Succeeded: false }),
        "a registration for memory",
        "none is open when memory is added");

    private static IEnumerable<Judgement> Judgements(ConsumerTrace trace, EventSpan span, InterfaceChangeEvent change)
    {
        if (span.Answer!.BugCheck is not null)
        {
            yield break;
        }

        var wait = span.Calls.FirstOrDefault(made => made.Call is Wait);
        yield return Judgement.Of("C-ASY-05", wait?.At ?? span.End, wait is null, "no wait", "a wait in the callback");
        yield return Judgement.Of(
            "C-ASY-04",
            span.End,
            span.Answer.Status >= 0,
            "success",
            $"status 0x{span.Answer.Status:X8}");
        var grew = Allocations(span.After) > Allocations(span.Before);
        var changed = Allocations(span.After) != Allocations(span.Before);
        if (!change.Arrival)
        {
            yield return Judgement.Of(
                "C-ASY-03", span.End, !changed, "nothing changed by a removal", Change(span));
        }
        else if (FirstNotice(trace, span, change) is { } told)
        {
            // What has come meanwhile is a reason to grow.
            var same = told.Before.Memory == span.Before.Memory
                && told.Before.Processors.Length == span.Before.Processors.Length;
            yield return Judgement.Of(
                "C-ASY-06", span.End, !grew || !same, "nothing more for an interface that it was notified of",
                    Change(span));
        }
        else if (change.Class == InterfaceClass.Memory)
        {
            foreach (var judgement in MemoryCame(trace, span))
            {
                yield return judgement;
            }
        }
    }

    private static IEnumerable<Judgement> MemoryCame(ConsumerTrace trace, EventSpan span)
    {
        if (trace.SettledAfter(span.End) is { } settled)
        {
            yield return Judgement.Of(
                "C-ASY-02",
                settled,
                trace.CallsBetween(span.Begin, settled).Any(called => called.Call is QueryMemory),
                "the amount asked for after the arrival",
                "it was not asked for until everything had settled");
        }

        if (!trace.PlacesOf(Happening.MemoryGrew).Any(at => at < span.Begin))
        {
            yield break;
        }

        var greedy = span.Calls.FirstOrDefault(made =>
            made.Call is Allocate { Pool: not PoolKind.Pages } request && request.Bytes > made.Before.PoolBytes);
        yield return Judgement.Of(
            "C-MEM-02",
            greedy?.At ?? span.End,
            greedy is null,
            $"no more than a pool can hold: {span.Before.PoolBytes} bytes",
            $"{(greedy?.Call as Allocate)?.Bytes} bytes asked for because memory has grown");
    }

    private static EventSpan? FirstNotice(ConsumerTrace trace, EventSpan span, InterfaceChangeEvent change) =>
        trace.Spans.FirstOrDefault(earlier => earlier.Begin < span.Begin
            && earlier.Event is InterfaceChangeEvent { Arrival: true } told
            && told.Device == change.Device && told.Registration == change.Registration);

    // Threads weigh more than any memory, so that neither hides the other.
    private static ulong Allocations(SystemState state) => state.AllocatedBytes + ((ulong)state.Threads.Count << 48);

    private static string Change(EventSpan span) =>
        $"{span.Before.AllocatedBytes} bytes and {span.Before.Threads.Count} threads became "
        + $"{span.After.AllocatedBytes} and {span.After.Threads.Count}";
}
