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
            if (Binds(rule) && Breakdown.In(examiner.Drive(other)) is null)
            {
                return rule;
            }
        }

        return InShorterCase() ?? "C-REST-01";
    }

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
        if (breakdown.Span.Event is ProcessorChangeEvent { State: ProcessorChangeState.Failure })
        {
            yield return ("C-SYN-09", @case with { Steps = [.. steps.Select(Succeeding)] });
        }

        // What a veto of another driver does as well is not for lack of memory.
        if (steps.OfType<AddProcessor>().Any(add => add.FailingAllocation > 0)
            && Breakdown.In(examiner.Drive(@case with { Steps = [.. steps.Select(Vetoing)] })) is null)
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

        if (OtherPlaces.WithoutGaps(@case) is { } dense)
        {
            var atLoad = OtherPlaces.AtLoad(@case, breakdown.Span.Before.Processors);
            yield return (Breakdown.In(examiner.Drive(atLoad)) is null ? "C-PROC-04" : "C-PROC-03", dense);
        }

        if (steps.Any(step => step is AddProcessor))
        {
            yield return ("C-PROC-02", @case with { Steps = [.. steps.SelectMany(ThenArrived)] });
            yield return ("C-PROC-07", breakdown.Span.Event
                is QueryStopEvent or StopDeviceEvent or StartDeviceEvent ? Rebalancing() : Without<AddProcessor>());
        }

        if (machine.Processors.Length > 1)
        {
            yield return ("C-PROC-01", @case with { Machine = machine with { Processors = [new(0, 0)] } });
        }
    }

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
