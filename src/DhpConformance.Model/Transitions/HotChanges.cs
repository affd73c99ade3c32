using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Transitions;

/// <summary>
/// What hot operations have changed, where it ends with the operating system. See
/// <see cref="Trait.HotChangesEndAtRestart"/>.
/// </summary>
internal static class HotChanges
{
    /// <summary>The state in which a partition that has just started remembers what it holds.</summary>
    public static ServerState Begun(ServerState state, int partition) => !IsDeclared(state) ? state : state.With(
        partition,
        state.Partitions[partition] with
        {
            UnitsAtStart =
            [
                .. Enumerable.Range(0, state.Units.Count).Where(unit => state.Units[unit].Owner == partition),
            ],
        });

    /// <summary>
    /// The state in which the hot changes of a partition have ended: what it got is free, and what it gave away is
    /// back, unless another partition has got it since. Nothing ends in a partition that is stopped.
    /// </summary>
    public static ServerState Ended(ServerState state, int partition)
    {
        if (!IsDeclared(state) || state.Partitions[partition].State == RunState.Stopped)
        {
            return state;
        }

        var ended = state;
        var atStart = state.Partitions[partition].UnitsAtStart;
        for (var unit = 0; unit < state.Units.Count; unit++)
        {
            var isHeld = state.Units[unit].Owner == partition;
            if (isHeld != atStart.Contains(unit) && (isHeld || state.Units[unit].IsFree))
            {
                ended = ended.With(
                    partition,
                    ended.Partitions[partition].WithUnit(state.Inventory, unit, isHeld ? -1 : 1),
                    unit,
                    isHeld ? new UnitState(UnitState.Free, SwitchPosition.On, 0) : UnitState.HeldBy(partition));
            }
        }

        return ended;
    }

    /// <summary>The state in which a unit that a partition has got is not awaited by any other.</summary>
    public static ServerState Given(ServerState state, int partition, int unit)
    {
        if (!IsDeclared(state))
        {
            return state;
        }

        var given = state;
        for (var other = 0; other < state.Partitions.Length; other++)
        {
            if (other != partition && state.Partitions[other].UnitsAtStart.Contains(unit))
            {
                given = given.With(other, state.Partitions[other] with
                {
                    UnitsAtStart = state.Partitions[other].UnitsAtStart.Remove(unit),
                });
            }
        }

        return given;
    }

    private static bool IsDeclared(ServerState state) =>
        state.Inventory.Claims.Traits.Has(Trait.HotChangesEndAtRestart);
}
