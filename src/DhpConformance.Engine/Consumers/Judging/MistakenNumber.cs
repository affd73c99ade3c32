using DhpConformance.Abstractions;
using DhpConformance.Model.Consumers;

namespace DhpConformance.Engine.Consumers;

/// <summary>
/// Tells apart what is behind a thread, a DPC or an interrupt on the wrong processor. Other machines show it: a mask of
/// 32 bits does no harm below 32; numbers without gaps hide a number that is computed or walked to; the walk goes wrong
/// at load, too; a driver that knows only one group goes wrong in the others; and one that counts the adds goes wrong
/// after one that failed.
/// </summary>
internal sealed class MistakenNumber(ConsumerExaminer examiner, ConsumerCase @case, ConsumerTrace trace)
{
    private static readonly string[] Numbers = ["C-PROC-09", "C-PROC-10", "C-PROC-12"];

    private bool HasAdd => @case.Steps.Any(step => step is AddProcessor);

    /// <summary>The rule that is broken; null if the consumer has decided to leave the processor alone.</summary>
    public string? Rule(Judgement broken)
    {
        var rule = broken.Rule;
        if (new FailedAdds(@case, trace).Apart is { } apart
            && BreaksWithoutGaps(@case) && !BreaksWithoutGaps(apart.Added)
            && !Breaks((OtherPlaces.WithoutGaps(apart.Failed) ?? apart.Failed) with { Steps = apart.Failed.Steps }))
        {
            return "C-PROC-04";
        }

        if (rule == "C-PROC-12" && (Low(broken.At) is not { } low || !Breaks(low)))
        {
            return rule;
        }

        rule = rule == "C-PROC-12" ? "C-PROC-09" : rule;
        var settled = trace.Entries[broken.At] is Happened;
        if (HasAdd && IsOfGroups())
        {
            return !settled || AimsElsewhere(broken.At) ? "C-PROC-04" : IsLeftOutFromTheStart(broken.At) ? null : rule;
        }

        if (OtherPlaces.WithoutGaps(@case) is not { } dense || Breaks(dense))
        {
            return settled && IsLeftOutFromTheStart(broken.At) ? null : rule;
        }

        // A driver that queries a mask and leaves out the new processor has missed its bit. One that gets a number,
        // asks for no mask and uses another processor has computed that number.
        var masks = trace.CallsBetween(0, broken.At + 1).Any(called => called.Call is QueryAffinity);
        if (settled ? masks : !masks && IsNotified(broken.At))
        {
            return settled ? "C-PROC-03" : "C-PROC-04";
        }

        // Without an add there is no number that could have been taken from a notification.
        var processors = trace.Entries[broken.At].After.Processors;
        return HasAdd && !Breaks(@case with { Steps = [] }) && !Breaks(OtherPlaces.AtLoad(@case, processors))
            ? "C-PROC-04"
            : "C-PROC-03";
    }

    // Where a group is full, the one that the call is about may have places left.
    private ConsumerCase? Low(int at) => OtherPlaces.BelowThirtyOne(@case)
        ?? (trace.Entries[at] is Called { Call: var call } && CallTargets.Of(call) is { } target
            ? OtherPlaces.BelowThirtyOne(@case, target.Group)
            : null);

    private bool BreaksWithoutGaps(ConsumerCase other) => Breaks(OtherPlaces.WithoutGaps(other) ?? other);

    private bool Breaks(ConsumerCase other) => examiner.Breaks(other, Numbers);

    private bool IsOfGroups() => OtherPlaces.Smaller(@case) is { } smaller
        && OtherPlaces.InOneGroup(smaller) is { } single
        && !Breaks(single) && (ReferenceEquals(smaller, @case) || Breaks(smaller));

    private bool IsNotified(int at) => trace.Spans.Any(span =>
        span.Begin < at && at < span.End && span.Event is ProcessorChangeEvent);

    // On the notification of an added processor it put something on another one alone.
    private bool AimsElsewhere(int until) => trace.Spans.Any(span => span.End < until
        && span.Event is ProcessorChangeEvent { State: ProcessorChangeState.Complete } change
        && change.Index >= @case.Machine.Processors.Length
        && trace.CallsBetween(span.Begin, span.End).Select(called => CallTargets.Of(called.Call))
            .OfType<GroupMask>().Where(target => ulong.IsPow2(target.Mask)).ToList() is { Count: > 0 } targets
        && !targets.Exists(target => target.Group == change.Group && target.Mask == 1UL << change.Number));

    // A driver that serves one processor, or one group, does so wherever it is loaded.
    private bool IsLeftOutFromTheStart(int at)
    {
        var state = trace.Entries[at].After;
        var missed = state.Processors.Where(one => !IsUsed(state, one)).ToList();
        var other =
            examiner.Drive(OtherPlaces.AtLoad(@case, state.Processors) with { Steps = [new SettleAll()] });
        return Breakdown.In(other) is null && other.SettledAfter(0) is { } settled
            && missed.TrueForAll(one => !IsUsed(other.Entries[settled].After, one));
    }

    // Threads that are bound tell more than an interrupt that is served anywhere.
    private bool IsUsed(SystemState state, ProcessorNumber processor) =>
        state.Threads.Values.Any(thread => thread.Mask != 0)
            ? CallTargets.HaveThreads(state, [processor])
            : IsInProcessMask(state, processor)
                || state.Threads.Values.Concat(state.Interrupts.Values)
                    .Any(aim => SystemState.Covers(aim, processor));

    private bool IsInProcessMask(SystemState state, ProcessorNumber processor) =>
        trace.Description.Role == ConsumerRole.Application && processor.Group == 0
        && (state.ProcessAffinity >> processor.Number & 1) == 1;
}
