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
        var reasons = MapReasons(state)
            .With(NotPresent, unit < 0 || partition < 0)
            .With(InUse, unit >= 0 && !state.Units[unit].IsFree)
            .With(NotStopped, partition >= 0 && state.Partitions[partition].State != RunState.Stopped);
        var next = reasons.IsEmpty
            ? state.With(
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
        var reasons = MapReasons(state)
            .With(NotPresent, unit < 0)
            .With(NotAssigned, unit >= 0 && owner == UnitState.Free)
            .With(NotStopped, owner >= 0 && state.Partitions[owner].State != RunState.Stopped);
        var next = reasons.IsEmpty
            ? state.With(
                owner,
                state.Partitions[owner].WithUnit(state.Inventory, unit, -1),
                unit,
                new UnitState(UnitState.Free, SwitchPosition.On, 0))
            : state;
        return new(OperationKind.ReleaseUnit, state, next, reasons, Partition: owner, Unit: unit);
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
            .With(NotPresent, unit < 0)
            .With(InUse, unit >= 0 && !state.Units[unit].IsFree);
        var next = reasons.IsEmpty
            ? state.With(unit, state.Units[unit] with
            {
                Power = operation.Power == UnitPower.On ? SwitchPosition.On : SwitchPosition.Off,
            })
            : state;
        return new(OperationKind.SwitchUnitPower, state, next, reasons, Unit: unit);
    }

    /// <summary>What forbids any change of the map. Sources: DHP-DYN-02; decisions G-11, G-12, G-94.</summary>
    public static ReasonSet MapReasons(ServerState state) =>
        ReasonSet.None
            .With(Unavailable, state.Outage)
            .With(NotDynamic, state.Inventory.IsStatic && state.PoweredOn);
}
