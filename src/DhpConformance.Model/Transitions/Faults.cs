using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Model.Transitions;

/// <summary>Injected faults. Sources: DHP-TOP-18, DHP-ADD-04; decisions G-32, G-60, G-74, G-94.</summary>
internal static class Faults
{
    public static Decision PartitionError(ServerState state, InjectPartitionError operation)
    {
        if (!state.Inventory.Claims.Has(Claim.PartitionErrors))
        {
            return Transition.NotClaimed(state, OperationKind.InjectPartitionError);
        }

        var partition = state.Inventory.Find(operation.Partition);
        var reasons = ReasonSet.None
            .With(NotPresent, partition < 0)
            .With(NotRunning, partition >= 0 && !state.Partitions[partition].Runs);
        return new(
            OperationKind.InjectPartitionError,
            state,
            reasons.IsEmpty ? Failed(state, partition) : state,
            reasons,
            Partition: partition);
    }

    private static ServerState Failed(ServerState state, int partition)
    {
        if (!state.Inventory.Claims.Traits.Has(Trait.RestartsAfterCrash))
        {
            return state.With(partition, state.Partitions[partition].Entering(RunState.Crashed));
        }

        var begun = HotChanges.Ended(state, partition);
        return LifeCycle.CanRun(begun, partition)
            ? LifeCycle.Started(begun, partition)
            : state.With(partition, state.Partitions[partition].Entering(RunState.Crashed));
    }

    public static Decision StartFailure(ServerState state, InjectStartFailure operation)
    {
        if (!state.Inventory.Claims.Has(Claim.StartFailures))
        {
            return Transition.NotClaimed(state, OperationKind.InjectStartFailure);
        }

        var unit = state.Inventory.Find(operation.Unit);
        var reasons = ReasonSet.None
            .With(NotPresent, unit < 0 || state.Units[unit].IsRetired)
            .With(InUse, unit >= 0 && !state.Units[unit].IsFree)
            .With(Invalid, operation.Components < 1)
            .With(Invalid, unit >= 0 && operation.Components > state.Inventory.Components(unit));
        var next = reasons.IsEmpty
            ? state.With(unit, state.Units[unit] with { FailingComponents = operation.Components })
            : state;
        return new(OperationKind.InjectStartFailure, state, next, reasons, Unit: unit);
    }

    public static Decision Outage(ServerState state, InjectServiceProcessorOutage operation) =>
        state.Inventory.Claims.Has(Claim.ServiceProcessorOutages)
            ? new(
                OperationKind.InjectServiceProcessorOutage,
                state,
                state with { Outage = !operation.Available },
                ReasonSet.None)
            : Transition.NotClaimed(state, OperationKind.InjectServiceProcessorOutage);
}
