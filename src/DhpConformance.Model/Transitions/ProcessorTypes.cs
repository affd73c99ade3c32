using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Transitions;

/// <summary>
/// Types of processors that a partition must not mix. See <see cref="Trait.OneProcessorTypePerPartition"/>.
/// </summary>
internal static class ProcessorTypes
{
    /// <summary>Whether the trait forbids a processor to a partition that holds one of another type.</summary>
    public static bool Differ(ServerState state, int partition, int processor)
    {
        var inventory = state.Inventory;
        if (!inventory.Claims.Traits.Has(Trait.OneProcessorTypePerPartition)
            || inventory.Kind(processor) != UnitKind.Processor)
        {
            return false;
        }

        for (var unit = 0; unit < state.Units.Count; unit++)
        {
            if (state.Units[unit].Owner == partition && inventory.Kind(unit) == UnitKind.Processor
                && inventory.Setup.Units[unit].Type != inventory.Setup.Units[processor].Type)
            {
                return true;
            }
        }

        return false;
    }
}
