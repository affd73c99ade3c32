using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Transitions;

/// <summary>How many units a partition keeps. See <see cref="Trait.MinimumUnits"/>; decision G-05.</summary>
internal static class MinimumUnits
{
    /// <summary>Whether the trait forbids that a partition gives a unit away.</summary>
    public static bool IsReached(ServerState state, int partition)
    {
        var minimum = (int)state.Inventory.Claims.Traits[Trait.MinimumUnits];
        return minimum > 0 && CountUpTo(state, partition, minimum + 1) <= minimum;
    }

    /// <summary>How many units a partition holds, counted no further than <paramref name="most"/>.</summary>
    public static int CountUpTo(ServerState state, int partition, int most)
    {
        var held = 0;
        for (var unit = 0; unit < state.Units.Count && held < most; unit++)
        {
            held += state.Units[unit].Owner == partition ? 1 : 0;
        }

        return held;
    }
}
