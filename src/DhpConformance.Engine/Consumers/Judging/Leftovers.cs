using DhpConformance.Abstractions;
using DhpConformance.Model.Consumers;

namespace DhpConformance.Engine.Consumers;

/// <summary>
/// Tells apart why something is left after unload. If nothing is left once every processor is in one group, processors
/// with the same number in two groups have shared one place: what was there for the first one is lost. If nothing is
/// left unless one add fails and another does not, the driver counts the adds itself.
/// </summary>
internal sealed class Leftovers(ConsumerExaminer examiner, ConsumerCase @case, ConsumerTrace trace)
{
    /// <summary>Whether a judgement is about what is left after unload.</summary>
    public static bool IsOne(ConsumerTrace trace, Judgement judgement) =>
        trace.Spans.Any(span => span.Event is UnloadEvent && span.End == judgement.At);

    /// <summary>The rule that is broken; null if none is.</summary>
    public string? Rule(Judgement broken)
    {
        var smaller = OtherPlaces.Smaller(@case);
        var shared = smaller is not null && OtherPlaces.InOneGroup(smaller) is { } single
            && IsLess(examiner.Drive(single), examiner.Drive(smaller));
        var counted = !shared && new FailedAdds(@case, trace).Apart is { } apart
            && IsLess(examiner.Drive(apart.Added), trace) && IsLess(examiner.Drive(apart.Failed), trace);
        return shared ? "C-PROC-07" : counted ? "C-PROC-04" : broken.Rule == "C-PROC-07" ? null : broken.Rule;
    }

    // A driver that breaks down, or never loads, leaves little, too.
    private static bool IsLess(ConsumerTrace one, ConsumerTrace other) =>
        Breakdown.In(one) is null && Left(one) < Left(other);

    private static int Left(ConsumerTrace trace) => trace.Entries[^1].After is var end
        ? end.Allocations.Count + end.Threads.Count + end.Interrupts.Count
        : 0;
}
