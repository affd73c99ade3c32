using DhpConformance.Abstractions;

namespace DhpConformance.Model.Consumers;

/// <summary>Registrations from load to unload: C-SYN-06, -07, C-ASY-07, -08, C-APP-05.</summary>
internal static class RegistrationChecker
{
    public static IEnumerable<Judgement> Check(ConsumerTrace trace) =>
        trace.Spans.SelectMany(span => span.Event switch
        {
            LoadEvent => Loaded(span),
            UnloadEvent when span.Answer is { BugCheck: null } => Unloaded(trace, span),
            _ => [],
        }).Concat(Contexts(trace));

    private static IEnumerable<Judgement> Loaded(EventSpan span)
    {
        var failed = span.Calls.LastOrDefault(made => made.Call is RegisterProcessorCallback);
        if (failed is { Answer.Succeeded: false } && span.Answer is { BugCheck: null } answer)
        {
            yield return Judgement.Of(
                "C-SYN-06",
                span.End,
                answer.Status < 0,
                "an error, since the processor callback could not be registered",
                "loading ended with success");
        }
    }

    private static IEnumerable<Judgement> Unloaded(ConsumerTrace trace, EventSpan span)
    {
        var open = span.After.Registrations.Values;
        var callback = open.Any(one => one is RegisterProcessorCallback);
        var interfaces = open.Count(one => one is RegisterInterface);
        if (trace.Entries.OfType<Called>().Any(called => called.Call is RegisterProcessorCallback))
        {
            yield return Judgement.Of(
                "C-SYN-07", span.End, !callback, "no processor callback after unload", "one is still registered");
        }

        if (trace.Entries.OfType<Called>().Any(called => called.Call is RegisterInterface))
        {
            yield return Judgement.Of(
                trace.Description.Role == ConsumerRole.Driver ? "C-ASY-08" : "C-APP-05",
                span.End,
                interfaces == 0,
                "no registration for interfaces after the end",
                $"{interfaces} still open");
        }
    }

    private static IEnumerable<Judgement> Contexts(ConsumerTrace trace) =>
        from span in trace.Spans
        from made in span.Calls
        where made.Call is Free && made.Answer.Succeeded
        let freed = ((Free)made.Call).Allocation
        let registration = made.Before.Registrations.Values.FirstOrDefault(one => ContextOf(one) == freed)
        select Judgement.Of(
            registration is RegisterProcessorCallback ? "C-SYN-07" : "C-ASY-07",
            made.At,
            registration is null,
            "the registration taken back first",
            "its context is freed while it is in force");

    private static ulong ContextOf(SystemCall registration) => registration switch
    {
        RegisterProcessorCallback it => it.Context,
        RegisterInterface it => it.Context,
        _ => 0,
    };
}
