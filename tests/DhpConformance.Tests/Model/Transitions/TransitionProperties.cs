using DhpConformance.Abstractions;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;
using DhpConformance.Tests.Properties;
using FsCheck.Xunit;

namespace DhpConformance.Tests.Model.Transitions;

/// <summary>What is true of every answer that the model requires, whatever the rules are in detail.</summary>
public sealed class TransitionProperties : IControlled
{
    private static readonly UnitId NoUnit = new(4095);
    private static readonly PartitionId NoPartition = new(4095);

    private readonly Func<ServerState, Operation, Decision> decide;

    public TransitionProperties()
        : this(Transition.Decide)
    {
    }

    internal TransitionProperties(Func<ServerState, Operation, Decision> decide) => this.decide = decide;

    public static IEnumerable<Control> Controls =>
    [
        new(nameof(What_is_refused_changes_nothing), Mutated(decision =>
            decision with { Next = decision.Next with { Outage = !decision.Next.Outage } })),
        new(nameof(The_same_question_has_the_same_answer), new TransitionProperties(Restless())),
        new(nameof(It_leads_to_a_state_that_can_be), Mutated(decision =>
            decision with { Next = decision.Next with { Running = decision.Next.Running + 1 } })),
        new(nameof(There_are_as_many_units_and_partitions_as_before), Mutated(decision =>
            decision with { Next = decision.Next with { Partitions = [] } })),
        new(nameof(A_hot_add_of_nothing_is_refused_for_that_reason_and_not_carried_out), Mutated(decision =>
            decision with { Refusals = default })),
        new(nameof(A_static_server_that_is_on_refuses_hot_operations), Mutated(decision =>
            decision with { Refusals = default })),
        new(nameof(A_unit_that_is_not_there_is_refused), Instead(new Settle())),
        new(nameof(A_partition_that_is_not_there_is_refused), Instead(new Settle())),
        new(nameof(A_server_that_is_powered_off_runs_nothing), Instead(new Settle())),
        new(nameof(A_unit_that_is_released_is_free), Instead(new Settle())),
        new(nameof(A_partition_that_is_stopped_does_not_run), Instead(new Settle())),
        new(nameof(A_partition_alone_is_started_and_stopped), Instead(new PowerOffServer())),
        new(nameof(What_was_just_assigned_cannot_be_assigned_again), Instead(new Settle())),
    ];

    [Property]
    public bool What_is_refused_changes_nothing(Moment moment) =>
        Answer(moment) is var answer && (!answer.IsRefusal || ReferenceEquals(answer.Next, moment.State));

    [Property]
    public bool The_same_question_has_the_same_answer(Moment moment) =>
        Answer(moment).ToString() == Answer(moment).ToString();

    [Property]
    public bool It_leads_to_a_state_that_can_be(Moment moment) => !StateInvariants.BrokenIn(Answer(moment).Next).Any();

    [Property]
    public bool There_are_as_many_units_and_partitions_as_before(Moment moment) =>
        Answer(moment).Next is var next
        && next.Units.Count == moment.State.Units.Count
        && next.Partitions.Length == moment.State.Partitions.Length;

    [Property]
    public bool A_hot_add_of_nothing_is_refused_for_that_reason_and_not_carried_out(Moment moment)
    {
        var asked = new HotAdd(NoPartition, NoUnit);
        var refused = decide(moment.State, asked);
        return refused.Permits(Outcome.Refused(RefusalReason.NotPresent))
            && !refused.Permits(Outcome.Completed)
            && !refused.Permits(Outcome.Failed(FailureReason.StartFailed));
    }

    [Property]
    public bool A_static_server_that_is_on_refuses_hot_operations(Moment moment) =>
        !moment.State.Inventory.IsStatic
        || !moment.State.PoweredOn
        || moment.Operation is not (HotAdd or HotReplace or HotRemove)
        || Answer(moment).IsRefusal;

    [Property]
    public bool A_unit_that_is_not_there_is_refused(Moment moment) => moment.Scenario.Setup.Partitions.All(partition =>
        decide(moment.State, new AssignUnit(NoUnit, partition.Id)).IsRefusal
        && decide(moment.State, new HotRemove(partition.Id, NoUnit)).IsRefusal);

    [Property]
    public bool A_partition_that_is_not_there_is_refused(Moment moment) =>
        decide(moment.State, new StartPartition(NoPartition)).IsRefusal
        && decide(moment.State, new StopPartition(NoPartition)).IsRefusal;

    [Property]
    public bool A_server_that_is_powered_off_runs_nothing(Moment moment) =>
        decide(moment.State, new PowerOffServer()) is var answer
        && (answer.IsRefusal
            ? !moment.State.PoweredOn || moment.State.Outage
            : answer.Next is { PoweredOn: false, Running: 0 });

    [Property]
    public bool A_unit_that_is_released_is_free(Moment moment) => moment.Scenario.Setup.Units.All(unit =>
        decide(moment.State, new ReleaseUnit(unit.Id)) is var answer
        && (answer.IsRefusal || answer.Next.Units[moment.State.Inventory.Find(unit.Id)].IsFree));

    [Property]
    public bool A_partition_that_is_stopped_does_not_run(Moment moment) => moment.Scenario.Setup.Partitions.All(one =>
        decide(moment.State, new StopPartition(one.Id)) is var answer
        && (answer.IsRefusal || !answer.Next.Partitions[one.Id.Value].Runs));

    [Property]
    public bool A_partition_alone_is_started_and_stopped(Moment moment) => moment.Scenario.Setup.Partitions.All(one =>
        new Operation[] { new StartPartition(one.Id), new StopPartition(one.Id) }.All(operation =>
            decide(moment.State, operation).Next is var next
            && Enumerable.Range(0, next.Partitions.Length)
                .Where(other => other != one.Id.Value)
                .All(other => next.Partitions[other].Runs == moment.State.Partitions[other].Runs)));

    [Property]
    public bool What_was_just_assigned_cannot_be_assigned_again(Moment moment) =>
        moment.Scenario.Setup.Units.All(unit => moment.Scenario.Setup.Partitions.All(partition =>
            new AssignUnit(unit.Id, partition.Id) is var assign
            && decide(moment.State, assign) is var answer
            && (answer.IsRefusal || decide(answer.Next, assign).IsRefusal)));

    private Decision Answer(Moment moment) => decide(moment.State, moment.Operation);

    private static TransitionProperties Mutated(Func<Decision, Decision> change) =>
        new((state, operation) => change(Transition.Decide(state, operation)));

    private static TransitionProperties Instead(Operation other) => new((state, _) => Transition.Decide(state, other));

    private static Func<ServerState, Operation, Decision> Restless()
    {
        var count = 0;
        return (state, operation) => Transition.Decide(state, ++count % 2 == 0 ? new Settle() : operation);
    }
}
