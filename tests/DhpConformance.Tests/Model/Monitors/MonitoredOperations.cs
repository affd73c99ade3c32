using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Monitors;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Tests.Model.Monitors;

/// <summary>
/// Operations that nobody has observed, answered as the model requires, and the verdict of the monitors on whatever is
/// said to have been delivered meanwhile.
/// </summary>
internal sealed class MonitoredOperations
{
    private readonly ServerState state;

    private MonitoredOperations(
        ServerState state, ServerState before, Operation? latest, Outcome? outcome, MonitoredOperations? earlier)
    {
        (this.state, Before, Latest, Outcome) = (state, before, latest, outcome);
        All = earlier is null ? [] : earlier.All.Add(this);
    }

    /// <summary>The operations in order, each with the state before and after it.</summary>
    public ImmutableList<MonitoredOperations> All { get; }

    /// <summary>The number of the latest operation.</summary>
    public int Number => All.Count;

    /// <summary>The latest operation; null before the first.</summary>
    public Operation? Latest { get; }

    /// <summary>The answer to the latest operation; null before the first.</summary>
    public Outcome? Outcome { get; }

    /// <summary>Whether the latest operation failed.</summary>
    public bool HasFailed => Failure is not null;

    /// <summary>Why the latest operation failed; null if it did not.</summary>
    public FailureReason? Failure => Outcome?.Failure;

    /// <summary>The state before the latest operation.</summary>
    public ServerState Before { get; }

    /// <summary>The state after the latest operation.</summary>
    public ServerState After => state;

    public static MonitoredOperations On(ServerSetup setup, Claims? claims = null)
    {
        var initial = ServerState.Initial(new Inventory(setup, claims ?? Claims.All));
        return new(initial, initial, null, null, null);
    }

    /// <summary>One operation more; null if it has to be refused.</summary>
    /// <param name="operation">What is asked.</param>
    /// <param name="failure">With which reason it fails, if it may; null if it should succeed where it can.</param>
    public MonitoredOperations? Then(Operation operation, FailureReason? failure = null)
    {
        var decision = Transition.Decide(state, operation);
        if (decision.IsRefusal)
        {
            return null;
        }

        var endings = decision.Endings;
        var outcome = endings.FirstOrDefault(ending => ending.Failure == failure, endings[0]);
        return new(
            NotificationMonitors.Remember(decision.After(outcome), Number + 1, operation, decision, outcome),
            state,
            operation,
            outcome,
            this);
    }

    /// <summary>These operations, none of which may be refused.</summary>
    public MonitoredOperations Then(params IEnumerable<Operation> operations) => operations.Aggregate(
        this, (run, operation) => run.Then(operation) ?? throw new ArgumentException($"refused: {operation}"));

    /// <summary>What is wrong with a log of these operations, or is missing, if the latest ends here.</summary>
    public NotificationViolation? FirstViolation(MonitoredLog log)
    {
        var driver = state.ConsumerState?.Registrations.FirstOrDefault();
        var observation = new Observation
        {
            PoweredOn = true,
            Units = [],
            Partitions =
            [
                .. state.Inventory.Setup.Partitions.Select((partition, place) => new PartitionObservation
                {
                    Id = partition.Id,
                    State = RunState.Running,
                    Processors = place == 0 ? log.Shown ?? [] : [],
                    Devices = place == 0 && driver is not null && log.ShownDevice is { } device
                        ? [new(driver.Id, device)] : [],
                }),
            ],
            Notifications = log.Notices,
        };
        return NotificationMonitors.FirstViolation(
            state, observation, log.Shown is null ? Number + 1 : Number, () => true, out _);
    }
}
