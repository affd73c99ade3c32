using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Monitors;

/// <summary>
/// What a partition has at some moment: the logical processors that are active, and the memory modules.
/// </summary>
/// <param name="Place">The place of the unit.</param>
/// <param name="Processor">The logical processor; null for memory, or if nobody has looked at its number.</param>
internal readonly record struct ExistingPart(int Place, LogicalProcessor? Processor)
{
    public static IEnumerable<ExistingPart> In(ServerState state, int partition, UnitKind kind)
    {
        var numbering = state.Partitions[partition].Numbering;
        return kind == UnitKind.Processor && !numbering.IsDefault && state.Inventory.Claims.Has(Claim.ProcessorNumbers)
            ? numbering.Select(processor => new ExistingPart(state.Inventory.Find(processor.Unit), processor))
            : Enumerable.Range(0, state.Inventory.UnitCount)
                .Where(unit => state.Units[unit].Owner == partition && state.Inventory.Kind(unit) == kind)
                .SelectMany(unit => Enumerable.Repeat(new ExistingPart(unit, null), Active(state, partition, unit)));
    }

    private static int Active(ServerState state, int partition, int unit) =>
        state.Inventory.Components(unit) - state.Partitions[partition].Parked.Sum(p => p.Unit == unit ? p.Count : 0);
}
