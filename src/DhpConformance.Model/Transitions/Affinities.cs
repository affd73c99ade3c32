using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Transitions;

/// <summary>Masks of processors, as affinities are made of them. Sources: DHP-APP-07..-09.</summary>
internal static class Affinities
{
    /// <summary>The active masks of a partition; default if nobody has looked since they last could change.</summary>
    public static ImmutableArray<ulong> Masks(ServerState state, int partition) =>
        state.Partitions[partition].Numbering is { IsDefault: false } numbering
            ? Of(numbering, Math.Max(state.Partitions[partition].Groups, state.Inventory.LeastGroups(partition)))
            : default;

    /// <summary>The mask of each group, 0 first.</summary>
    public static ImmutableArray<ulong> Of(IEnumerable<LogicalProcessor> processors, int groups)
    {
        var masks = new ulong[groups];
        foreach (var processor in processors)
        {
            masks[processor.Group] |= 1UL << processor.Number;
        }

        return [.. masks];
    }

    /// <summary>Whether some group of these masks has no processors any more without those of others.</summary>
    public static bool LosesGroup(ImmutableArray<ulong> masks, ImmutableArray<ulong> others) =>
        !masks.IsDefault && !others.IsDefault
        && masks.Where((mask, group) => mask != 0 && group < others.Length && (mask & ~others[group]) == 0).Any();

    /// <summary>Masks without the processors of others; default if any of them is unknown.</summary>
    public static ImmutableArray<ulong> Without(ImmutableArray<ulong> masks, ImmutableArray<ulong> others) =>
        masks.IsDefault || others.IsDefault
            ? default
            : [.. masks.Select((mask, group) => group < others.Length ? mask & ~others[group] : mask)];
}
