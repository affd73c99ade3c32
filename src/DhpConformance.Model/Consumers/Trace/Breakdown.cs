using DhpConformance.Abstractions;

namespace DhpConformance.Model.Consumers;

/// <summary>The moment at which a consumer stopped working.</summary>
/// <param name="At">The place in the trace.</param>
/// <param name="Span">The event that it happened in.</param>
/// <param name="What">What was seen, in words.</param>
public sealed record Breakdown(int At, EventSpan Span, string What)
{
    /// <summary>The first breakdown in a trace; null if it got through.</summary>
    public static Breakdown? In(ConsumerTrace trace) =>
        trace.Spans.Select(span => Of(trace, span)).OfType<Breakdown>().MinBy(one => one.At);

    private static Breakdown? Of(ConsumerTrace trace, EventSpan span)
    {
        if (span.WildAccess is { Call: Touch touch } wild)
        {
            return new(
                wild.At, span,
                    $"memory touched that is not there: offset {touch.Offset} of allocation {touch.Allocation}");
        }

        if (span.Answer?.BugCheck is { } text)
        {
            return new(span.End, span, $"it broke: {text.TrimEnd('.')}");
        }

        // Whoever was refused something may give up.
        var begins = span.Event is LoadEvent
            || (span.Event is StartDeviceEvent && span.Before.Device == DeviceStage.None);
        return begins && span.Answer is { Status: < 0 } answer
            && !trace.CallsBetween(0, span.End).Any(called => !called.Answer.Succeeded)
                ? new(span.End, span, $"{CallNames.Of(span.Event)} ended with status 0x{answer.Status:X8}")
                : null;
    }
}
