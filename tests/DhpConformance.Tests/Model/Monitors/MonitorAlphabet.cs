using System.Collections.Immutable;
using DhpConformance.Abstractions;
using static DhpConformance.Tests.Model.Notifications.Scenario;

namespace DhpConformance.Tests.Model.Monitors;

/// <summary>The inputs of a monitor, and the verdict of the real one on any sequence of them.</summary>
/// <param name="name">The name of the diagram.</param>
/// <param name="setup">The operations before, which are the same for all sequences.</param>
/// <param name="inputs">The inputs.</param>
internal sealed class MonitorAlphabet(
    string name, MonitoredOperations setup, params ImmutableArray<MonitorInput> inputs)
{
    private readonly Dictionary<(MonitoredOperations, Operation), MonitoredOperations?> next = [];

    public string Name => name;

    public ImmutableArray<MonitorInput> Inputs => inputs;

    /// <summary>
    /// Whether all of it happens within one operation: something is missing at its end, and until then may still come.
    /// </summary>
    public bool IsOneOperation { get; init; }

    /// <summary>The names of states, each by the shortest sequence of inputs that leads there.</summary>
    public IReadOnlyDictionary<string, string> States { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>
    /// The rule that is broken if this is all, empty if none is; null if this is no sequence of these inputs.
    /// </summary>
    public string? Verdict(IReadOnlyList<MonitorInput> sequence) => Log(sequence) is not { } log ? null
        : log.Run.FirstViolation(log) is { } violation ? violation.Rule ?? "Error"
        : "";

    /// <summary>The log of a sequence; null if this is no sequence of these inputs.</summary>
    public MonitoredLog? Log(IReadOnlyList<MonitorInput> sequence)
    {
        if (sequence.Where(input => input.IsOnce).GroupBy(input => input).Any(group => group.Count() > 1))
        {
            return null;
        }

        var run = setup;
        var notices = ImmutableArray.CreateBuilder<Notification>();
        foreach (var input in sequence)
        {
            if (Then(run, input.Operations) is not { } during || Then(during, input.Afterwards) is not { } after)
            {
                return null;
            }

            var partition = (input.IsBeforeEffect ? during.Before : during.After).Partitions[0];
            notices.AddRange(input.Notices.Select(notice => notice with
            {
                Operation = during.Number,
                ActiveProcessors = partition.ActiveProcessors - input.NotYetActive,
                MemoryBytes = partition.VisibleMemory,
            }));
            run = after;
        }

        return new(run, notices.ToImmutable(), null);
    }

    /// <summary>
    /// A server with two running partitions after these operations; hot everything promises every behaviour, too.
    /// </summary>
    public static MonitoredOperations After(bool hotEverything, params IEnumerable<Operation> operations)
    {
        var setup = new Notifications.Scenario { HotEverything = hotEverything }.Setup();
        var partitions = setup.Partitions.Select(partition => !hotEverything ? partition : partition with
        {
            Profile = partition.Profile with { Behaviours = [.. Enum.GetValues<Behaviour>()] },
        });
        return MonitoredOperations.On(setup with { Partitions = [.. partitions] })
            .Then([new StartPartition(P0), new StartPartition(P1), .. operations]);
    }

    private MonitoredOperations? Then(MonitoredOperations run, ImmutableArray<Operation> operations)
    {
        foreach (var operation in operations)
        {
            if (!next.TryGetValue((run, operation), out var after))
            {
                next[(run, operation)] = after = run.Then(operation);
            }

            if (after is null)
            {
                return null;
            }

            run = after;
        }

        return run;
    }
}
