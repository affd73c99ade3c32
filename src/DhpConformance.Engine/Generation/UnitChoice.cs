using DhpConformance.Model.State;

namespace DhpConformance.Engine.Generation;

/// <summary>What a generated operation would like its unit to be.</summary>
internal readonly record struct UnitChoice
{
    private readonly int kind;
    private readonly int place;

    private UnitChoice(int kind, int place)
    {
        this.kind = kind;
        this.place = place;
    }

    /// <summary>Any unit.</summary>
    public static UnitChoice None => default;

    /// <summary>A unit that no partition holds.</summary>
    public static UnitChoice Free => new(1, 0);

    /// <summary>A unit that this partition holds.</summary>
    public static UnitChoice HeldBy(int partition) => new(2, partition);

    /// <summary>A free unit identical to this one.</summary>
    public static UnitChoice SpareFor(int unit) => unit < 0 ? None : new(3, unit);

    /// <summary>
    /// A free unit of the same kind that is not identical to this one, by its type or by its capacity alone; failing
    /// that, any free unit.
    /// </summary>
    public static UnitChoice NearSpareFor(int unit) => unit < 0 ? None : new(6, unit);

    /// <summary>A free unit that will not start; failing that, any free unit.</summary>
    public static UnitChoice Failing => new(4, 0);

    /// <summary>A free unit with several components; failing that, any free unit.</summary>
    public static UnitChoice Divisible => new(5, 0);

    /// <summary>Whether any free unit is taken if there is none such.</summary>
    public bool FallsBackToFree => kind is 4 or 5 or 6;

    /// <summary>Whether the unit at this place is so.</summary>
    public bool IsGrantedBy(ServerState state, int unit) => kind switch
    {
        0 => true,
        1 => state.Units[unit].IsFree,
        2 => state.Units[unit].Owner == place,
        4 => state.Units[unit] is { IsFree: true, FailingComponents: > 0 },
        5 => state.Units[unit].IsFree && state.Inventory.Components(unit) > 1,
        6 => state.Units[unit].IsFree && IsNear(state, unit),
        _ => unit != place && state.Units[unit].IsFree && state.Inventory.AreIdentical(unit, place),
    };

    private bool IsNear(ServerState state, int unit)
    {
        var inventory = state.Inventory;
        var hasItsType = inventory.Setup.Units[unit].Type == inventory.Setup.Units[place].Type;
        return inventory.Kind(unit) == inventory.Kind(place)
            && hasItsType != (inventory.Capacity(unit) == inventory.Capacity(place));
    }
}
