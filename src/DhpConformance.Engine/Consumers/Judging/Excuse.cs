using DhpConformance.Abstractions;
using DhpConformance.Model.Consumers;

namespace DhpConformance.Engine.Consumers;

/// <summary>
/// Whether a consumer does on purpose what looks like an omission. An experiment tells: what it does as well when the
/// processors are there from the start, it has decided and not missed; and what it keeps only once is no leak.
/// </summary>
internal sealed class Excuse(ConsumerExaminer examiner, ConsumerCase @case, ConsumerTrace trace)
{
    private const int Vetoes = 3;

    public bool Holds(Judgement judgement) => judgement is { IsBroken: true } && judgement.Rule switch
    {
        "C-PROC-08" => IsSizedAlike(judgement),
        "C-PROC-11" => IsMadeOnFirstUse(),
        "C-REB-05" => IsConnectedAlike(judgement),
        "C-SYN-04" => IsKeptOnce(judgement),
        "C-PROC-12" when trace.Entries[judgement.At] is Happened && !judgement.IsAmbiguous => IsUnboundAlike(),
        _ => false,
    };

    // A pool may have a smallest and a largest size.
    private bool IsSizedAlike(Judgement judgement)
    {
        var now = trace.Entries[judgement.At].After;
        var other = FromTheStart(judgement);
        return other.SettledAfter(0) is { } settled
            && other.Entries[settled].After is var alike
            && alike.AllocatedBytes <= now.AllocatedBytes && alike.Threads.Count <= now.Threads.Count;
    }

    // It is served on one processor, or on a few, however many there are.
    private bool IsConnectedAlike(Judgement judgement)
    {
        var start = trace.Spans.First(span => span.End == judgement.At);
        var mask = trace.InterruptsAfter(start);
        var other = FromTheStart(judgement);
        return mask != 0 && other.Spans.FirstOrDefault(span => span.Event is StartDeviceEvent) is { } first
            && other.InterruptsAfter(first) == mask;
    }

    // Data that is made when something runs on a processor for the first time needs no notification.
    private bool IsMadeOnFirstUse()
    {
        var consumer = trace.Description;
        if (consumer.Has(ConsumerTrait.SavesProcessorCount) || consumer.Has(ConsumerTrait.ScalesByProcessors)
            || consumer.Has(ConsumerTrait.TargetsProcessors))
        {
            return false;
        }

        var other = examiner.Drive(OtherPlaces.Probed(@case));
        return Breakdown.In(other) is null && other.Spans.Any(span =>
            CallTargets.ProcessorOf(span.Event) >= @case.Machine.Processors.Length);
    }

    // Threads that may run anywhere have no processor that could get lost. The two cases differ in numbers alone: an
    // add that fails for want of memory has no thread in one of them, and would hide the difference.
    private bool IsUnboundAlike()
    {
        // A machine with many processors has no place left below 32.
        var few = OtherPlaces.BelowThirtyOne(@case) is null
            ? @case with { Machine = @case.Machine with { Processors = @case.Machine.Processors[..1] } }
            : @case;
        return OtherPlaces.BelowThirtyOne(few) is not { } low
            || CallTargets.UnboundIn(examiner.Drive(low))
                >= CallTargets.UnboundIn(examiner.Drive(OtherPlaces.WithoutFailures(few)));
    }

    // A table that was made larger stays as it is at the next veto.
    private bool IsKeptOnce(Judgement judgement)
    {
        var failure = trace.Spans.Last(span => span.End < judgement.At
            && span.Event is ProcessorChangeEvent { State: ProcessorChangeState.Failure });
        var change = (ProcessorChangeEvent)failure.Event;
        var add = @case.Steps.OfType<AddProcessor>().First(step =>
            step.Group == change.Group && step.Number == change.Number
            && (step.Vetoed || step.FailingAllocation > 0 || change.Status < 0));
        var vetoes = Enumerable.Range(0, Vetoes).SelectMany(_ => new ConsumerStep[] { add, new SettleAll() });
        var other = examiner.Drive(new(
            OtherPlaces.AtLoad(@case, failure.Before.Processors).Machine, [new SettleAll(), .. vetoes]));
        var held = other.PlacesOf(Happening.Settled).Select(at => other.Entries[at].After.Allocations.Count).ToList();
        return held.Count > Vetoes && held[^1] == held[1];
    }

    private ConsumerTrace FromTheStart(Judgement judgement) => examiner.Drive(new(
        OtherPlaces.AtLoad(@case, trace.Entries[judgement.At].After.Processors).Machine, [new SettleAll()]));
}
