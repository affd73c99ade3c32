using System.Numerics;
using DhpConformance.Abstractions;

namespace DhpConformance.Model.Consumers;

/// <summary>
/// Where threads, DPCs and interrupts are put: C-PROC-03, C-PROC-09, C-PROC-12. Says nothing of where they should be.
/// </summary>
internal static class TargetChecker
{
    private const int NarrowMask = 32;

    public static IEnumerable<Judgement> Check(ConsumerTrace trace) =>
        from span in trace.Spans
        from made in span.Calls
        let target = CallTargets.Of(made.Call)
        where target is not null
        select Judge(span, made, target.Value);

    private static Judgement Judge(EventSpan span, CallMade made, GroupMask target)
    {
        var active = made.Before.MaskOf(target.Group);
        var stray = target.Mask & ~active;
        var number = stray == 0 ? 64 : BitOperations.TrailingZeroCount(stray);
        var rule = stray == 0 || IsStarting(span, target.Group, number) ? "C-PROC-09"
            : IsSignExtended(target.Mask) || IsWrapped(made.Before, target.Group, number) ? "C-PROC-12"
            : "C-PROC-09";
        return Judgement.Of(
            rule,
            made.At,
            stray == 0 && target.Mask != 0,
            $"processors of the mask 0x{active:X} of group {target.Group}, which are active",
            target.Mask == 0
                ? $"{CallNames.Of(made.Call)}, with no processor at all"
                : $"{CallNames.Of(made.Call)} with processor {number} of group {target.Group}, which is not active"
                    + (IsStarting(span, target.Group, number) ? " before its add is complete" : "")) with
        {
            IsAmbiguous = !IsSignExtended(target.Mask),
        };
    }

    private static bool IsStarting(EventSpan span, int group, int number) =>
        span.Event is ProcessorChangeEvent { State: ProcessorChangeState.Start } change
        && change.Group == group && change.Number == number;

    // What 1 << 35 is on most machines: 1 << 3.
    private static bool IsWrapped(SystemState state, int group, int number) =>
        state.Processors.Any(one => one.Group == group && one.Number - NarrowMask == number);

    // What 1 << 31 becomes when it is made 64 bits wide.
    private static bool IsSignExtended(ulong mask) => (int)mask < 0 && mask == (ulong)(int)mask
        && mask >> NarrowMask > 0;
}
