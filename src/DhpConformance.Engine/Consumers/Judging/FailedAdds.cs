using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Consumers;

namespace DhpConformance.Engine.Consumers;

/// <summary>
/// The adds of a case that failed, apart from those that did not. A consumer that counts the adds itself is wrong where
/// one was added after one that failed, and right where there are adds of one kind alone.
/// </summary>
internal sealed class FailedAdds
{
    private readonly ConsumerCase @case;
    private readonly ImmutableArray<ConsumerStep> failed;

    public FailedAdds(ConsumerCase @case, ConsumerTrace trace)
    {
        this.@case = Reached(@case, trace);
        failed = [.. this.@case.Steps.Where(step => step is AddProcessor add && HasFailed(add, trace))];
    }

    /// <summary>The same case with each kind alone; null if there are not both.</summary>
    public (ConsumerCase Added, ConsumerCase Failed)? Apart =>
        failed.Length > 0 && failed.Length < @case.Steps.OfType<AddProcessor>().Count()
            ? (Without(null), @case with
            {
                Steps = [.. @case.Steps.Where(step => step is not AddProcessor || failed.Contains(step))],
            })
            : null;

    /// <summary>The last one of a processor; null if there is none.</summary>
    public ConsumerStep? LastOf(int group, int number) => failed.LastOrDefault(step =>
        step is AddProcessor add && add.Group == group && add.Number == number);

    /// <summary>The same case without them, except for one that is kept.</summary>
    public ConsumerCase Without(ConsumerStep? kept) => @case with
    {
        Steps = [.. @case.Steps.Where(step => !failed.Contains(step) || ReferenceEquals(step, kept))],
    };

    // Adds after the one that the consumer was told of last have not come about.
    private static ConsumerCase Reached(ConsumerCase @case, ConsumerTrace trace)
    {
        var told = trace.Spans.Select(span => span.Event).OfType<ProcessorChangeEvent>()
            .Where(change => change.State == ProcessorChangeState.Start
                && change.Index >= @case.Machine.Processors.Length)
            .GroupBy(change => change.Registration).Select(changes => changes.Count()).DefaultIfEmpty().Max();
        var adds = 0;
        return @case with { Steps = [.. @case.Steps.TakeWhile(step => step is not AddProcessor || adds++ < told)] };
    }

    // An allocation that would fail may never have been asked for, and a driver may do without.
    private static bool HasFailed(AddProcessor add, ConsumerTrace trace) => add.Vetoed
        || (add.FailingAllocation > 0 && trace.Spans.Any(span => span.RanOutOfMemory && !span.Succeeded
            && span.Event is ProcessorChangeEvent { State: ProcessorChangeState.Start } start
            && start.Group == add.Group && start.Number == add.Number));
}
