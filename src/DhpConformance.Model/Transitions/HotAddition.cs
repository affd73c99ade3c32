using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Model.Transitions;

/// <summary>
/// Hot add. Sources: DHP-DYN-09, DHP-ADD-01, -04, DHP-ADDP-10, DHP-ADDM-06; decisions G-01..G-03, G-15, G-39, G-60.
/// </summary>
internal static class HotAddition
{
    public static Decision Decide(ServerState state, HotAdd operation)
    {
        var inventory = state.Inventory;
        var partition = inventory.Find(operation.Partition);
        var unit = inventory.Find(operation.Unit);
        if (!IsClaimed(inventory, unit))
        {
            return Transition.NotClaimed(state, OperationKind.HotAdd);
        }

        var reasons = HotReasons.For(state, partition, unit, HotOperation.Add)
            .With(InUse, unit >= 0 && !state.Units[unit].IsFree)
            .With(NotPresent, unit >= 0 && state.Units[unit].IsRetired)
            .With(LimitExceeded, partition >= 0 && unit >= 0 && ExceedsLimit(state, partition, unit))
            .With(Incompatible, partition >= 0 && unit >= 0 && ProcessorTypes.Differ(state, partition, unit));
        var decision = new Decision(
            OperationKind.HotAdd, state, state, reasons, Partition: partition, Unit: unit);
        return reasons.IsEmpty ? Carry(decision) : decision;
    }

    private static Decision Carry(in Decision decision)
    {
        var (state, unit) = (decision.Before, decision.Unit);
        var id = state.Inventory.Unit(unit);
        var partition = state.Partitions[decision.Partition];
        var components = state.Inventory.Components(unit);
        var isProcessor = state.Inventory.Kind(unit) == UnitKind.Processor;
        var vetoed = isProcessor ? Veto.Count(state, decision.Partition, components) : 0;

        // A start failure first hits components that were not vetoed.
        var failing = Math.Min(state.Units[unit].FailingComponents, components - vetoed);
        var parked = vetoed + failing;
        if (parked == components)
        {
            var failed = partition with { Latest = new(HotOperation.Add, id, OutcomeKind.Failed) };
            var undone = state.Units[unit] with { FailingComponents = 0 };
            var next = state.With(decision.Partition, failed, unit, undone);
            return decision with
            {
                Failure = vetoed > 0 ? FailureReason.Vetoed : FailureReason.StartFailed,
                Next = next,
                Or = vetoed > 0 && failing > 0 ? new OtherEnding(FailureReason.StartFailed, next) : null,
                ByTrait = InBlocks(decision),
            };
        }

        var partly = parked > 0;
        var joined = partition with
        {
            Holds = partition.Holds.With(state.Inventory, unit, 1),
            Latest = new(HotOperation.Add, id, partly ? OutcomeKind.PartlyCompleted : OutcomeKind.Completed),
            Parked = partly ? partition.Parked.Add(new(unit, parked)) : partition.Parked,
            Numbering = isProcessor ? default : partition.Numbering,
        };
        return decision with
        {
            Partly = partly,
            Next = Joined(decision, joined, components - parked),
            ByTrait = InBlocks(decision),
        };
    }

    // A module that comes on line in part, be it hit by a start failure or not. The rest is parked until the next
    // start.
    private static TraitEnding? InBlocks(in Decision decision)
    {
        var (state, unit) = (decision.Before, decision.Unit);
        var inventory = state.Inventory;
        if (!PartialMemory.IsPossible(inventory, unit))
        {
            return null;
        }

        var partition = state.Partitions[decision.Partition];
        var joined = partition with
        {
            Holds = partition.Holds.With(inventory, unit, 1),
            Latest = new(HotOperation.Add, inventory.Unit(unit), OutcomeKind.PartlyCompleted),
            PartialMemory = partition.PartialMemory.With(inventory, unit),
        };
        return new([Outcome.PartlyCompleted], Joined(decision, joined, 1));
    }

    private static ServerState Joined(in Decision decision, PartitionState joined, int components)
    {
        var state = HotChanges.Given(decision.Before, decision.Partition, decision.Unit);
        return state with
        {
            Partitions = state.Partitions.SetItem(decision.Partition, joined),
            Units = state.Units.With(decision.Unit, UnitState.HeldBy(decision.Partition)),
            Unsettled = state.Inventory.TellsLater
                ? UnsettledAdd.With(state.Unsettled, decision.Partition, decision.Unit, components)
                : null,
        };
    }

    // Parked components count too: they may start at the next start of the partition. Decision G-39.
    private static bool ExceedsLimit(ServerState state, int partition, int unit)
    {
        var held = state.Partitions[partition];
        var inventory = state.Inventory;
        // A unit that the partition holds already is counted: adding it would change nothing.
        return held.Runs && state.Units[unit].Owner != partition && inventory.Kind(unit) switch
        {
            UnitKind.Processor =>
                held.LogicalProcessors + inventory.Capacity(unit) > inventory.MaximumProcessors(partition),
            UnitKind.MemoryModule => held.Memory > inventory.MemoryLimit(partition) - inventory.Capacity(unit),
            _ => false,
        };
    }

    // Who adds nothing at all need not see that a unit is unknown.
    private static bool IsClaimed(Inventory inventory, int unit) => unit >= 0
        ? inventory.Claims.Has(ClaimFor(inventory.Kind(unit)))
        : Enum.GetValues<UnitKind>().Any(kind => inventory.Claims.Has(ClaimFor(kind)));

    private static Claim ClaimFor(UnitKind kind) => kind switch
    {
        UnitKind.Processor => Claim.HotAddProcessor,
        UnitKind.MemoryModule => Claim.HotAddMemoryModule,
        _ => Claim.HotAddIoHostBridge,
    };
}
