using DhpConformance.Abstractions;

namespace DhpConformance.Model.State;

/// <summary>
/// A hot add since the server last settled: whoever registers before it settles may still be notified of it
/// (decision G-53). A list, ordered by unit, the last one first: in which order accepted operations ended makes no
/// difference any more.
/// </summary>
/// <param name="Partition">The place of the partition it was added to.</param>
/// <param name="Unit">The place of the unit that was added.</param>
/// <param name="Components">How many of its components became active.</param>
/// <param name="Earlier">The one with the next lower unit; null for the first.</param>
public sealed record UnsettledAdd(int Partition, int Unit, int Components, UnsettledAdd? Earlier)
{
    /// <summary>The list without what a partition that does not run any more was still to tell.</summary>
    internal static UnsettledAdd? Without(UnsettledAdd? latest, int partition) =>
        latest is null ? null
        : Without(latest.Earlier, partition) is var earlier && latest.Partition == partition ? earlier
        : latest with { Earlier = earlier };

    /// <summary>The list with one more.</summary>
    internal static UnsettledAdd With(UnsettledAdd? list, int partition, int unit, int components) =>
        list is not null && list.Unit > unit
            ? list with { Earlier = With(list.Earlier, partition, unit, components) }
            : new(partition, unit, components, list);

    /// <summary>The hot adds of a list, the last one first.</summary>
    internal static IEnumerable<UnsettledAdd> All(UnsettledAdd? latest)
    {
        for (var add = latest; add is not null; add = add.Earlier)
        {
            yield return add;
        }
    }

    /// <summary>Whether a unit of this kind was added.</summary>
    internal bool IsOf(Inventory inventory, UnitKind kind) => inventory.Kind(Unit) == kind;
}
