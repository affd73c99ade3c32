using DhpConformance.Abstractions;
using DhpConformance.Model.Consumers;

namespace DhpConformance.Engine.Consumers;

/// <summary>
/// Finds the duty that a consumer has missed when it broke: by what it was doing, or by experiments. Each experiment
/// takes one cause out of the case; the first one that the consumer survives names the rule.
/// </summary>
internal sealed class BreakdownCause(
    ConsumerExaminer examiner, ConsumerCase @case, ConsumerTrace trace, Breakdown breakdown)
{
    public Judgement Find() => new(Rule(), breakdown.At)
    {
        Expected = $"{CallNames.Of(breakdown.Span.Event)} handled",
        Observed = breakdown.What,
    };

    private string Rule() => AtOnce() ?? ByExperiment();

    private string? AtOnce() => breakdown.Span switch
    {
        { Event: ProcessorChangeEvent { State: ProcessorChangeState.Failure } } span
            when span.Calls.Any(made => made.Call is Free && !made.Answer.Succeeded) => "C-SYN-09",
        { Event: ProcessorChangeEvent { State: ProcessorChangeState.Start }, RanOutOfMemory: true } => "C-SYN-01",
        { Event: InterfaceChangeEvent { Arrival: false } } => "C-ASY-03",
        { Event: WindowMessageEvent { Arrival: false } or WindowMessageEvent { Class: InterfaceClass.Other } } =>
            "C-APP-02",
        { Event: CancelStopEvent, Before.Device: DeviceStage.Started } => "C-REB-02",
        _ => null,
    };

    private string ByExperiment()
    {
        foreach (var (rule, other) in Experiments())
        {
            if (Binds(rule) && Survives(other))
            {
                return rule;
            }
        }

        return InShorterCase() ?? AtLoad() ?? "C-REST-01";
    }

    // One that loads wherever all processors are there makes room for those that are.
    private string? AtLoad()
    {
        if (breakdown.Span.Event is not LoadEvent)
        {
            return null;
        }

        var full = OtherPlaces.Full(@case, trace.Description.ProcessorLimit);
        var two = full with { Machine = full.Machine with { Processors = [.. full.Machine.Processors.Take(2)] } };
        return !Survives(full) ? null : Survives(two) || !Binds("C-PROC-07") ? "C-PROC-01" : "C-PROC-07";
    }

    private bool Survives(ConsumerCase other) => Breakdown.In(examiner.Drive(other)) is null;

    // What comes after the breakdown may break the consumer in another way, and so spoil every experiment.
    private string? InShorterCase()
    {
        for (var length = 0; length < @case.Steps.Length; length++)
        {
            var shorter = @case with { Steps = @case.Steps[..length] };
            var seen = examiner.Drive(shorter);
            if (Breakdown.In(seen) is { } earlier)
            {
                return new BreakdownCause(examiner, shorter, seen, earlier).Rule();
            }
        }

        return null;
    }

    private bool Binds(string rule) => ConsumerRuleCatalog.Find(rule)!.WhyNot(trace.Description) is null;

    private IEnumerable<(string Rule, ConsumerCase Other)> Experiments()
    {
        var (machine, steps) = (@case.Machine, @case.Steps);
        if (AfterFailures() is { } failures)
        {
            yield return failures;
        }

        if (breakdown.Span.Event is ProcessorChangeEvent { State: ProcessorChangeState.Failure })
        {
            yield return ("C-SYN-09", @case with { Steps = [.. steps.Select(Succeeding)] });
        }

        // What a veto of another driver does as well is not for lack of memory.
        if (steps.OfType<AddProcessor>().Any(add => add.FailingAllocation > 0)
            && Survives(@case with { Steps = [.. steps.Select(Vetoing)] }))
        {
            yield return ("C-SYN-01", @case with { Steps = [.. steps.Select(Allocating)] });
        }

        if (steps.Any(step => step is ReplaceSilicon))
        {
            yield return ("C-PWR-06", Without<ReplaceSilicon>());
        }

        if (steps.Any(step => step is AddMemory))
        {
            yield return ("C-MEM-02", Without<AddMemory>());
        }

        if (machine.Memory != ConsumerMachine.Usual.Memory)
        {
            yield return ("C-MEM-01", @case with { Machine = machine with { Memory = ConsumerMachine.Usual.Memory } });
        }

        if (OfGroups(@case) is { } single)
        {
            yield return ("C-PROC-07", single);
        }

        if (OtherPlaces.WithoutGaps(@case) is { } dense)
        {
            yield return (Survives(AtLoad(CallTargets.ProcessorOf(breakdown.Span.Event) ?? int.MaxValue))
                ? "C-PROC-04"
                : "C-PROC-03", dense);
        }

        if (steps.Any(step => step is AddProcessor))
        {
            yield return ("C-PROC-02", @case with { Steps = [.. steps.SelectMany(ThenArrived)] });
            yield return (IsShortAtLoad() ? "C-PROC-01" : "C-PROC-07", breakdown.Span.Event
                is QueryStopEvent or StopDeviceEvent or StartDeviceEvent ? Rebalancing() : Without<AddProcessor>());
        }

        if (machine.Processors.Length > 1)
        {
            yield return ("C-PROC-01", @case with { Machine = machine with { Processors = [new(0, 0)] } });
        }
    }

    // A driver that counts the adds itself is off when one was added after one that failed. One that breaks without any
    // that was added still holds what it freed at Failure.
    private (string Rule, ConsumerCase Other)? AfterFailures()
    {
        var failures = new FailedAdds(@case, trace);
        var change = breakdown.Span.Event as ProcessorChangeEvent;
        var added = failures.Without(change is null or { State: ProcessorChangeState.Complete }
            ? null
            : failures.LastOf(change.Group, change.Number));
        return !trace.Spans.Any(HasFailed) ? null
            : failures.Apart is { } apart && Survives(apart.Failed) ? ("C-PROC-04", added)
            : change is null && trace.Spans.Any(HasFreedAtFailure)
                ? ("C-MEM-04", added)
                : null;
    }

    private bool HasFailed(EventSpan span) => span.End < breakdown.Span.Begin
        && span.Event is ProcessorChangeEvent { State: ProcessorChangeState.Failure };

    private static bool HasFreedAtFailure(EventSpan span) =>
        span.Event is ProcessorChangeEvent { State: ProcessorChangeState.Failure }
        && span.Calls.Any(made => made.Call is Free);

    private ConsumerCase AtLoad(int other) => OtherPlaces.AtLoad(
        @case,
        breakdown.Span.Event is ProcessorChangeEvent { State: ProcessorChangeState.Start } change
            ? breakdown.Span.Before.Processors.Add(new(change.Index, change.Group, change.Number))
            : breakdown.Span.Before.Processors,
        other);

    // What is too short wherever these processors are there from the start was not sized by what was there. What counts
    // the processors of one group was.
    private bool IsShortAtLoad() => AtLoad(int.MaxValue) is var loaded && !Survives(loaded)
        && (OfGroups(loaded) is not { } single || !Survives(single));

    // The same in one group, if the group matters and the number in it does not.
    private ConsumerCase? OfGroups(ConsumerCase other) =>
        (OtherPlaces.Smaller(other) ?? OtherPlaces.FirstOfGroups(other)) is var smaller
        && OtherPlaces.InOneGroup(smaller) is { } single
        && !Survives(OtherPlaces.WithoutGapsInGroups(smaller) ?? smaller)
            ? single
            : null;

    // An add stops and starts the device: what breaks there may have nothing to do with the new processor. An interrupt
    // on that processor would end requests on another.
    private ConsumerCase Rebalancing() => @case with
    {
        Steps = [.. @case.Steps.Where(step => step is not InterruptOn)
            .Select(step => step is AddProcessor ? new RequestRebalance() : step)],
    };

    private ConsumerCase Without<T>() => @case with { Steps = [.. @case.Steps.Where(step => step is not T)] };

    private static ConsumerStep Allocating(ConsumerStep step) =>
        step is AddProcessor add ? add with { FailingAllocation = 0 } : step;

    private static ConsumerStep Vetoing(ConsumerStep step) => step is AddProcessor { FailingAllocation: > 0 } add
        ? add with { FailingAllocation = 0, Vetoed = true }
        : step;

    private static ConsumerStep Succeeding(ConsumerStep step) =>
        step is AddProcessor add ? add with { FailingAllocation = 0, Vetoed = false } : step;

    private static IEnumerable<ConsumerStep> ThenArrived(ConsumerStep step) =>
        step is AddProcessor ? [step, new DeliverArrivals()] : [step];
}
