using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Matching;

/// <summary>
/// Verifies: the server's power, that every unit is there once, its owner and its power switch.
/// Does not verify: that a unit shown as free cannot be reached by software, which a black box cannot see.
/// </summary>
internal static class MapChecker
{
    public static Difference? FirstDifference(ServerState state, Observation observation, KnownMatch? known)
    {
        var inventory = state.Inventory;
        if (observation.Units.Length != inventory.UnitCount)
        {
            return Units(inventory, observation);
        }

        if (observation.PoweredOn != state.PoweredOn)
        {
            return new(Field.ServerPower, "the server", OnOff(state.PoweredOn), OnOff(observation.PoweredOn));
        }

        if (known is not null && known.CoversMap(state, observation))
        {
            return null;
        }

        var powerShown = inventory.Claims.Has(Claim.UnitPower);
        for (var u = 0; u < observation.Units.Length; u++)
        {
            var seen = observation.Units[u];
            if (seen.Id != inventory.Unit(u))
            {
                return Units(inventory, observation);
            }

            var unit = state.Units[u];
            if (seen.Owner != OwnerOf(inventory, unit))
            {
                var owner = Words(OwnerOf(inventory, unit));
                return new(Field.Owner, $"unit {seen.Id}", owner, Words(seen.Owner), Unit: u);
            }

            var (isOn, showsOn) = (unit.Power == SwitchPosition.On, seen.Power == UnitPower.On);
            if (powerShown && unit.Power != SwitchPosition.Free && isOn != showsOn)
            {
                return new(Field.UnitPower, $"unit {seen.Id}", OnOff(isOn), OnOff(showsOn), Unit: u);
            }
        }

        return null;
    }

    private static Difference Units(Inventory inventory, Observation observation) => new(
        Field.UnitList,
        "the server",
        string.Join(' ', inventory.Setup.Units.Select(unit => unit.Id)),
        string.Join(' ', observation.Units.Select(unit => unit.Id)));

    private static PartitionId? OwnerOf(Inventory inventory, UnitState unit) =>
        unit.IsHeld ? inventory.Partition(unit.Owner) : null;

    private static string Words(PartitionId? owner) => owner is { } partition ? $"held by {partition}" : "free";

    private static string OnOff(bool on) => on ? "powered on" : "powered off";
}
