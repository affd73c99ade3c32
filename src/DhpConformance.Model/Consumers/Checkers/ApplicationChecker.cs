using DhpConformance.Abstractions;

namespace DhpConformance.Model.Consumers;

/// <summary>Messages to applications: C-APP-02, -03, -04, -06.</summary>
internal static class ApplicationChecker
{
    public static IEnumerable<Judgement> Check(ConsumerTrace trace) =>
        trace.Spans.SelectMany(span => Affinities(span).Concat(
            span is { Event: WindowMessageEvent message, Answer.BugCheck: null }
                ? Judgements(trace, span, message)
                : []));

    private static IEnumerable<Judgement> Affinities(EventSpan span) =>
        from made in span.Calls
        where made.Call is SetProcessAffinity
        let mask = ((SetProcessAffinity)made.Call).Mask
        let active = made.Before.MaskOf(0)
        select Judgement.Of(
            "C-APP-03",
            made.At,
            (mask & ~active) == 0 && mask != 0,
            $"a mask within 0x{active:X}",
            $"0x{mask:X}");

    private static IEnumerable<Judgement> Judgements(ConsumerTrace trace, EventSpan span, WindowMessageEvent message)
    {
        var wait = span.Calls.FirstOrDefault(made => made.Call is Wait);
        yield return Judgement.Of("C-APP-06", wait?.At ?? span.End, wait is null, "no wait", "a wait in the handler");
        var wanted = message is { Arrival: true, IsInterface: true } && span.Before.Registrations.Values
            .Any(one => one is RegisterInterface asked && asked.Class == message.Class);
        if (!wanted)
        {
            yield return Judgement.Of(
                "C-APP-02",
                span.End,
                span.Before.AllocatedBytes == span.After.AllocatedBytes
                    && span.Before.Threads.Count == span.After.Threads.Count
                    && span.Before.ProcessAffinity == span.After.ProcessAffinity,
                "nothing changed by a message that is no arrival of what it asked for",
                $"{span.Before.AllocatedBytes} bytes and {span.Before.Threads.Count} threads became "
                + $"{span.After.AllocatedBytes} and {span.After.Threads.Count}, or the process mask changed");
        }
        else if (message.Class == InterfaceClass.Memory && trace.SettledAfter(span.End) is { } settled)
        {
            yield return Judgement.Of(
                "C-APP-04",
                settled,
                trace.CallsBetween(span.Begin, settled).Any(called => called.Call is QueryMemory),
                "the amount asked for after the message",
                "it was not asked for until everything had settled");
        }
    }
}
