using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Transitions;

/// <summary>
/// The specification as one function: for a state and an operation, the answer that the rules require. Written from
/// <c>specs/operations.md</c>; the place for each operation is the file of the same name.
/// </summary>
public static class Transition
{
    /// <summary>The answer required of <paramref name="operation"/> in <paramref name="state"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An operation that is not part of the vocabulary.</exception>
    public static Decision Decide(ServerState state, Operation operation)
    {
        ArgumentNullException.ThrowIfNull(state);
        var decision = Decided(state, operation);
        return state.ConsumerState is null && state.Unsettled is null ? decision : Consequences.Of(decision);
    }

    /// <summary>The refusal of an operation that is not claimed: for any reason, without effect.</summary>
    internal static Decision NotClaimed(ServerState state, OperationKind operation) =>
        new(operation, state, state, ReasonSet.Any);

    /// <summary>
    /// The refusal of a hot operation that is not claimed. Nobody is asked to claim what the profile does not have:
    /// where that is the only reason, it has to be given. Otherwise who leaves the operation out need not look further.
    /// </summary>
    internal static Decision NotClaimed(in Decision decision) =>
        decision.Refusals.Only == RefusalReason.NotSupported
            ? decision
            : NotClaimed(decision.Before, decision.Operation);

    private static Decision Decided(ServerState state, Operation operation) => operation switch
    {
        HotAdd add => HotAddition.Decide(state, add),
        HotReplace replace => HotReplacement.Decide(state, replace),
        HotRemove remove => HotRemoval.Decide(state, remove),
        AssignUnit assign => Configuration.Assign(state, assign),
        ReleaseUnit release => Configuration.Release(state, release),
        SwitchUnitPower power => Configuration.SwitchPower(state, power),
        StartPartition start => LifeCycle.Start(state, start),
        StopPartition stop => LifeCycle.Stop(state, stop),
        RestartPartition restart => LifeCycle.Restart(state, restart),
        PowerOnServer => LifeCycle.PowerOn(state),
        PowerOffServer => LifeCycle.PowerOff(state),
        InjectPartitionError error => Faults.PartitionError(state, error),
        InjectStartFailure failure => Faults.StartFailure(state, failure),
        InjectServiceProcessorOutage outage => Faults.Outage(state, outage),
        Settle => Settling.Decide(state),
        RegisterDriver register => Registering.Driver(state, register),
        RegisterApplication register => Registering.Application(state, register),
        Deregister deregister => Deregistering.Decide(state, deregister),
        SubmitIo submit => Submitting.Decide(state, submit),
        _ => throw new ArgumentOutOfRangeException(
            nameof(operation), operation, "The vocabulary has no such operation."),
    };
}
