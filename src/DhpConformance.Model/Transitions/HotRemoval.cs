using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Model.Transitions;

/// <summary>Hot remove: refused by every Windows profile. Sources: DHP-DYN-10, DHP-REM-01; decision G-86.</summary>
internal static class HotRemoval
{
    public static Decision Decide(ServerState state, HotRemove operation)
    {
        var inventory = state.Inventory;
        var partition = inventory.Find(operation.Partition);
        var unit = inventory.Find(operation.Unit);
        var reasons = HotReasons.For(state, partition, unit, HotOperation.Remove)
            .With(NotAssigned, partition >= 0 && unit >= 0 && state.Units[unit].Owner != partition)
            .With(Insufficient, partition >= 0 && unit >= 0 && IsLast(state, partition, unit))
            .With(Insufficient, partition >= 0 && unit >= 0 && state.Units[unit].Owner == partition
                && MinimumUnits.IsReached(state, partition));
        var decision = new Decision(
            OperationKind.HotRemove, state, state, reasons, Partition: partition, Unit: unit)
        {
            MayBeRefused = ReasonSet.None.With(Insufficient, IsLastBridge(state, partition, unit)),
        };
        return !inventory.Claims.Has(Claim.HotRemove) ? Transition.NotClaimed(decision)
            : !reasons.IsEmpty ? decision
            : Granted(decision with { Next = Carry(state, partition, unit) });
    }

    private static Decision Granted(in Decision decision) =>
        decision.Before.Inventory.Claims.Traits.Has(Trait.RemovalMayBeDeclined)
            ? decision with
            {
                MayBeRefused = decision.MayBeRefused.With(Busy, true),
                ByTrait = Declined(decision.Before, decision.Partition, decision.Unit),
            }
            : decision;

    // Who needs a bridge to start may let the last one go, or not, and may say so beside other reasons.
    private static bool IsLastBridge(ServerState state, int partition, int unit) =>
        partition >= 0 && unit >= 0 && state.Units[unit].Owner == partition
        && state.Inventory.Kind(unit) == UnitKind.IoHostBridge
        && state.Inventory.Claims.Traits.Has(Trait.StartsOnlyWithBridge)
        && state.Inventory.Bridges.Count(bridge => state.Units[bridge].Owner == partition) == 1;

    // Begun, and given up: everything is as before, and it may be asked again.
    private static TraitEnding Declined(ServerState state, int partition, int unit) => new(
        [
            Outcome.Failed(FailureReason.RejectedByOperatingSystem),
            Outcome.Failed(FailureReason.RejectedByPlatform),
            Outcome.Failed(FailureReason.TimedOut),
        ],
        state.With(partition, state.Partitions[partition] with
        {
            Latest = new(HotOperation.Remove, state.Inventory.Unit(unit), OutcomeKind.Failed),
        }));

    private static ServerState Carry(ServerState state, int partition, int unit)
    {
        var id = state.Inventory.Unit(unit);
        var held = state.Partitions[partition];
        var without = held with
        {
            Holds = held.Holds.With(state.Inventory, unit, -1),
            Latest = new(HotOperation.Remove, id, OutcomeKind.Completed),
            Parked = held.Parked.RemoveAll(parked => parked.Unit == unit),
            PartialMemory = held.PartialMemory.Without(state.Inventory, unit),
            Numbering = CloseUp(held.Numbering, id),
        };
        return state.With(partition, without, unit, new UnitState(UnitState.Free, SwitchPosition.On, 0));
    }

    private static bool IsLast(ServerState state, int partition, int unit)
    {
        var held = state.Partitions[partition];
        return state.Units[unit].Owner == partition && state.Inventory.Kind(unit) switch
        {
            UnitKind.Processor => held.Processors == 1,
            UnitKind.MemoryModule => held.MemoryModules == 1,
            _ => false,
        };
    }

    private static ImmutableArray<LogicalProcessor> CloseUp(ImmutableArray<LogicalProcessor> numbering, UnitId gone) =>
        numbering.IsDefault
            ? numbering
            : [.. numbering.Where(p => p.Unit != gone).Select((p, index) => p with { Index = index })];
}
