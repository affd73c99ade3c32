using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Model.Transitions;

/// <summary>Cold assignment, release and unit power. Sources: DHP-TOP-03, -08, -09, -14, DHP-DYN-02, -03.</summary>
internal static class Configuration
{
    public static Decision Assign(ServerState state, AssignUnit operation)
    {
        var inventory = state.Inventory;
        var unit = inventory.Find(operation.Unit);
        var partition = inventory.Find(operation.Partition);
        var reasons = MapReasons(state, partition)
            .With(NotPresent, unit < 0 || partition < 0 || state.Units[unit].IsRetired)
            .With(InUse, unit >= 0 && !state.Units[unit].IsFree)
            .With(NotStopped, partition >= 0 && state.Partitions[partition].State != RunState.Stopped)
            .With(Incompatible, unit >= 0 && partition >= 0 && ProcessorTypes.Differ(state, partition, unit));
        var next = reasons.IsEmpty
            ? HotChanges.Given(state, partition, unit).With(
                partition,
                state.Partitions[partition].WithUnit(inventory, unit, 1),
                unit,
                UnitState.HeldBy(partition))
            : state;
        return new(OperationKind.AssignUnit, state, next, reasons, Partition: partition, Unit: unit);
    }

    public static Decision Release(ServerState state, ReleaseUnit operation)
    {
        var unit = state.Inventory.Find(operation.Unit);
        var owner = unit < 0 ? UnitState.Free : state.Units[unit].Owner;
        var reasons = MapReasons(state, owner)
            .With(NotPresent, unit < 0)
            .With(Insufficient, owner >= 0 && MinimumUnits.IsReached(state, owner))
            .With(NotAssigned, unit >= 0 && owner == UnitState.Free)
            .With(NotStopped, owner >= 0 && state.Partitions[owner].State != RunState.Stopped);
        var next = reasons.IsEmpty
            ? state.With(
                owner,
                state.Partitions[owner].WithUnit(state.Inventory, unit, -1),
                unit,
                new UnitState(UnitState.Free, SwitchPosition.On, 0))
            : state;
        return new(OperationKind.ReleaseUnit, state, next, reasons, Partition: owner, Unit: unit)
        {
            // A partition consists of one or more units: who takes that at its word keeps the last one. Decision G-05.
            MayBeRefused = ReasonSet.None.With(
                Insufficient, owner >= 0 && MinimumUnits.CountUpTo(state, owner, 2) == 1),
        };
    }

    public static Decision SwitchPower(ServerState state, SwitchUnitPower operation)
    {
        if (!state.Inventory.Claims.Has(Claim.UnitPower))
        {
            return Transition.NotClaimed(state, OperationKind.SwitchUnitPower);
        }

        var unit = state.Inventory.Find(operation.Unit);
        var reasons = ReasonSet.None
            .With(Unavailable, state.Outage)
            .With(NotPresent, unit < 0 || state.Units[unit].IsRetired)
            .With(InUse, unit >= 0 && !state.Units[unit].IsFree)
            .With(NotDynamic, IsLocked(state));
        var next = reasons.IsEmpty
            ? state.With(unit, state.Units[unit] with
            {
                Power = operation.Power == UnitPower.On ? SwitchPosition.On : SwitchPosition.Off,
            })
            : state;
        return new(OperationKind.SwitchUnitPower, state, next, reasons, Unit: unit);
    }

    /// <summary>What forbids any change of the map. Sources: DHP-DYN-02; decisions G-11, G-12, G-94.</summary>
    /// <param name="state">The state.</param>
    /// <param name="partition">The place of the partition whose map would change; -1 for none.</param>
    public static ReasonSet MapReasons(ServerState state, int partition) =>
        ReasonSet.None
            .With(Unavailable, state.Outage)
            .With(NotDynamic, state.PoweredOn && (state.Inventory.IsStatic || IsStatic(state.Inventory, partition)));

    // By its number: a partition keeps that while a sequence is made smaller.
    private static bool IsStatic(Inventory inventory, int partition) =>
        partition >= 0
        && inventory.Partition(partition).Value < inventory.Claims.Traits[Trait.PartitionsAreStatic];

    private static bool IsLocked(ServerState state) =>
        state.Inventory.IsStatic && state.PoweredOn && state.Inventory.Claims.Traits.Has(Trait.LocksUnitPower);
}
