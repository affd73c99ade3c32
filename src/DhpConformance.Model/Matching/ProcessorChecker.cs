using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Matching;

/// <summary>
/// Verifies: indexes, groups, numbers and masks of logical processors, that they belong to the units the partition
/// holds, and that they stay what they were. Sources: DHP-PROC-02, -18, -24, -25; decisions G-19, G-95, G-96.
/// Does not verify: how many groups there are beyond those needed, which number a new processor gets
/// (G-35), and that others keep theirs when one is added (G-95).
/// </summary>
internal static class ProcessorChecker
{
    private const int MostOnStack = 256;

    public static Difference? FirstDifference(ServerState state, int partition, PartitionObservation seen)
    {
        var required = state.Partitions[partition];
        if (!required.Runs || !state.Inventory.Claims.Has(Claim.ProcessorNumbers))
        {
            return null;
        }

        if (Groups(state.Inventory, required, partition, seen) is { } groups)
        {
            return groups;
        }

        if (!required.Numbering.IsDefault && seen.Processors.AsSpan().SequenceEqual(required.Numbering.AsSpan()))
        {
            return Masks(partition, seen);
        }

        return Count(seen, partition)
            ?? Indexes(seen, partition)
            ?? Numbers(partition, seen)
            ?? Masks(partition, seen)
            ?? Units(state, partition, seen)
            ?? (required.Numbering.IsDefault
                ? null
                : Of(Field.Numbering, seen, partition, List(required.Numbering), List(seen.Processors)));
    }

    // How many groups there are is the implementation's choice, as long as each of them can be populated: with as many
    // active as there can be, an empty one is no group. A mask that is empty although a processor is in its group is
    // a wrong mask, and the group is there.
    private static Difference? Groups(
        Inventory inventory, PartitionState required, int partition, PartitionObservation seen)
    {
        var (least, most) = required.Groups > 0
            ? (required.Groups, required.Groups)
            : (inventory.LeastGroups(partition), inventory.MostGroups(partition));
        var empty = 0;
        for (var group = 0; group < seen.ActiveMasks.Length; group++)
        {
            empty += seen.ActiveMasks[group] == 0 && !HasProcessor(seen, group) ? 1 : 0;
        }

        var room = inventory.MaximumProcessors(partition) - required.ActiveProcessors;
        return seen.ActiveMasks.Length >= least && seen.ActiveMasks.Length <= most && empty <= room
            ? null
            : Of(
                Field.ProcessorNumber,
                seen,
                partition,
                (least == most ? $"masks of {least} groups" : $"masks of {least} to {most} groups")
                    + $", of which at most {room} are empty",
                $"{seen.ActiveMasks.Length} masks, {empty} of them empty");
    }

    private static bool HasProcessor(PartitionObservation seen, int group)
    {
        foreach (var processor in seen.Processors)
        {
            if (processor.Group == group)
            {
                return true;
            }
        }

        return false;
    }

    private static Difference? Count(PartitionObservation seen, int partition) =>
        seen.Processors.Length == seen.ActiveProcessors
            ? null
            : Of(
                Field.ActiveProcessors,
                seen,
                partition,
                $"{seen.ActiveProcessors} logical processors, as its active count says",
                $"{seen.Processors.Length} logical processors");

    private static Difference? Indexes(PartitionObservation seen, int partition)
    {
        for (var i = 0; i < seen.Processors.Length; i++)
        {
            if (seen.Processors[i].Index != i)
            {
                return Of(
                    Field.ProcessorIndex,
                    seen,
                    partition,
                    $"index {i} in place {i}",
                    $"index {seen.Processors[i].Index} in place {i}");
            }
        }

        return null;
    }

    private static Difference? Numbers(int partition, PartitionObservation seen)
    {
        var groups = seen.ActiveMasks.Length;
        Span<ulong> used = groups <= MostOnStack ? stackalloc ulong[groups] : new ulong[groups];
        used.Clear();
        foreach (var processor in seen.Processors)
        {
            if (processor.Group < 0 || processor.Group >= groups || processor.Number is < 0 or > 63)
            {
                return Of(
                    Field.ProcessorNumber,
                    seen,
                    partition,
                    $"groups 0 to {groups - 1} and numbers 0 to 63",
                    $"number {processor.Number} in group {processor.Group}");
            }

            var bit = 1UL << processor.Number;
            if ((used[processor.Group] & bit) != 0)
            {
                return Of(
                    Field.ProcessorNumber,
                    seen,
                    partition,
                    "a number of its own for each logical processor",
                    $"number {processor.Number} in group {processor.Group} twice");
            }

            used[processor.Group] |= bit;
        }

        return null;
    }

    private static Difference? Masks(int partition, PartitionObservation seen)
    {
        var groups = seen.ActiveMasks.Length;
        Span<ulong> expected = groups <= MostOnStack ? stackalloc ulong[groups] : new ulong[groups];
        expected.Clear();
        foreach (var processor in seen.Processors)
        {
            expected[processor.Group] |= 1UL << processor.Number;
        }

        for (var group = 0; group < groups; group++)
        {
            var mask = seen.ActiveMasks[group];
            if (mask != expected[group])
            {
                return Of(
                    Field.ActiveMask,
                    seen,
                    partition,
                    $"mask 0x{expected[group]:x} of group {group}",
                    $"mask 0x{mask:x} of group {group}");
            }
        }

        return null;
    }

    private static Difference? Units(ServerState state, int partition, PartitionObservation seen)
    {
        var inventory = state.Inventory;
        var counts = inventory.UnitCount <= 256 ? stackalloc int[inventory.UnitCount] : new int[inventory.UnitCount];
        counts.Clear();
        foreach (var processor in seen.Processors)
        {
            var unit = inventory.Find(processor.Unit);
            if (unit < 0 || inventory.Kind(unit) != UnitKind.Processor || state.Units[unit].Owner != partition)
            {
                return Of(
                    Field.ProcessorUnit,
                    seen,
                    partition,
                    "logical processors of processors that it holds",
                    $"a logical processor of unit {processor.Unit}");
            }

            counts[unit]++;
        }

        foreach (var parked in state.Partitions[partition].Parked)
        {
            counts[parked.Unit] += parked.Count;
        }

        foreach (var processor in seen.Processors)
        {
            var unit = inventory.Find(processor.Unit);
            if (counts[unit] != inventory.Capacity(unit))
            {
                return Of(
                    Field.ProcessorUnit,
                    seen,
                    partition,
                    $"{inventory.Capacity(unit)} logical processors of unit {processor.Unit}, parked ones included",
                    $"{counts[unit]} of them");
            }
        }

        return null;
    }

    private static Difference Of(
        Field field, PartitionObservation seen, int partition, string expected, string observed) =>
        new(field, $"partition {seen.Id}", expected, observed, partition);

    private static string List(ImmutableArray<LogicalProcessor> processors) =>
        string.Join(", ", processors.Select(p => $"{p.Index}: group {p.Group} number {p.Number} of {p.Unit}"));
}
