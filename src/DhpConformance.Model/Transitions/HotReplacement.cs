using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Model.Transitions;

/// <summary>Hot replace. Sources: DHP-REP-01..-06, -18, -20; decisions G-19, G-65..G-75, G-82.</summary>
internal static class HotReplacement
{
    public static Decision Decide(ServerState state, HotReplace operation)
    {
        var inventory = state.Inventory;
        var partition = inventory.Find(operation.Partition);
        var target = inventory.Find(operation.Target);
        var spare = inventory.Find(operation.Spare);
        var reasons = HotReasons.For(state, partition, target, HotOperation.Replace)
            .With(NotPresent, spare < 0 || state.Units[spare].IsRetired)
            .With(NotAssigned, partition >= 0 && target >= 0 && state.Units[target].Owner != partition)
            .With(InUse, spare >= 0 && !state.Units[spare].IsFree)
            .With(Incompatible, target >= 0 && spare >= 0 && !inventory.AreIdentical(target, spare))
            .With(Incompatible, Quiescing.IsImpossible(state, partition));
        var decision = new Decision(
            OperationKind.HotReplace, state, state, reasons, Partition: partition, Unit: target, Spare: spare);
        return !inventory.Claims.Has(Claim.HotReplace) ? Transition.NotClaimed(decision)
            : reasons.IsEmpty ? Carry(decision)
            : decision;
    }

    private static Decision Carry(in Decision decision)
    {
        var (state, target, spare) = (decision.Before, decision.Unit, decision.Spare);
        var partition = state.Partitions[decision.Partition];
        var id = state.Inventory.Unit(spare);
        if (state.Units[spare].FailingComponents > 0 || Quiescing.MustFail(state, decision.Partition))
        {
            return Quiescing.Failed(decision with { Next = Undone(decision) });
        }

        var swapped = partition with
        {
            Latest = new(HotOperation.Replace, id, OutcomeKind.Completed),
            Parked = Rename(partition.Parked, target, spare),
            PartialMemory = partition.PartialMemory.Renamed(target, spare),
            Numbering = Rename(partition.Numbering, state.Inventory.Unit(target), id),
        };
        return decision with
        {
            Next = state with
            {
                Partitions = HotChanges.Given(state, decision.Partition, spare).Partitions
                    .SetItem(decision.Partition, swapped),
                Units = state.Units
                    .With(spare, UnitState.HeldBy(decision.Partition))
                    .With(target, new UnitState(
                        UnitState.Free,
                        SwitchPosition.Free,
                        0,
                        state.Inventory.Claims.Traits.Has(Trait.RetiresReplacedUnit))),
                HasFreeSwitch = true,
            },
            Or = Quiescing.MayFail(state, decision.Partition)
                ? new OtherEnding(FailureReason.QuiesceFailed, Undone(decision))
                : null,
        };
    }

    private static ServerState Undone(in Decision decision)
    {
        var (state, spare) = (decision.Before, decision.Spare);
        var failed = state.Partitions[decision.Partition] with
        {
            Latest = new(HotOperation.Replace, state.Inventory.Unit(spare), OutcomeKind.Failed),
        };
        return state.With(decision.Partition, failed, spare, state.Units[spare] with { FailingComponents = 0 });
    }

    private static ImmutableArray<ParkedComponents> Rename(
        ImmutableArray<ParkedComponents> parked, int target, int spare) =>
        parked.IsEmpty ? parked : [.. parked.Select(p => p.Unit == target ? p with { Unit = spare } : p)];

    private static ImmutableArray<LogicalProcessor> Rename(
        ImmutableArray<LogicalProcessor> numbering, UnitId target, UnitId spare) =>
        numbering.IsDefault ? numbering : [.. numbering.Select(p => p.Unit == target ? p with { Unit = spare } : p)];
}
