using System.Numerics;
using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Variants;

/// <summary>
/// Groups of any sizes; any free number for a newcomer, and any index; and when one is added, new numbers and indexes
/// for those that were there, if it likes.
/// </summary>
/// <param name="sizes">How many logical processors each group holds, 1 to 64.</param>
/// <param name="choice">The choices.</param>
internal sealed class FreeProcessors(int[] sizes, FreeChoice choice) : ActiveProcessors(sizes.Length, groupSize: 64)
{
    private LogicalProcessor? offered;

    /// <summary>Groups for so many logical processors, none of which is empty once all are active.</summary>
    public static FreeProcessors InGroups(int maximum, FreeChoice choice)
    {
        var least = ((maximum - 1) / 64) + 1;
        var more = choice.Next(choice.Toss(4) ? maximum - least + 1 : 3);
        var sizes = new int[Math.Min(maximum, least + more)];
        for (var group = 0; group < sizes.Length; group++)
        {
            sizes[group] = (maximum / sizes.Length) + (group < maximum % sizes.Length ? 1 : 0);
        }

        for (var i = 0; i < sizes.Length; i++)
        {
            var (from, to) = (choice.Next(sizes.Length), choice.Next(sizes.Length));
            var moved = choice.Next(Math.Min(sizes[from], 65 - sizes[to]));
            sizes[from] -= moved;
            sizes[to] += moved;
        }

        return new(sizes, choice);
    }

    /// <summary>Gives all of them indexes in another order, while nobody has seen any.</summary>
    public void Shuffle()
    {
        var shuffled = choice.Shuffled(InTurn);
        InTurn.Clear();
        InTurn.AddRange(shuffled);
        Forget();
    }

    public override LogicalProcessor Next(UnitId unit)
    {
        // Those of the same unit have been announced with the indexes that they have.
        var latest = InTurn.FindLastIndex(processor => processor.Unit == unit) + 1;
        var (group, number) = FreeNumber();
        offered = new LogicalProcessor(latest + choice.Next(InTurn.Count - latest + 1), group, number, unit);
        return offered.Value;
    }

    public override void Activate(UnitId unit)
    {
        var next = offered is { } announced && announced.Unit == unit ? announced : Next(unit);
        offered = null;
        Forget();
        Taken[next.Group] |= 1UL << next.Number;
        InTurn.Insert(next.Index, next);
        if (choice.Toss(4))
        {
            Renumber(unit);
        }
    }

    // All but those of a unit that is being added.
    private void Renumber(UnitId added)
    {
        var places = Enumerable.Range(0, InTurn.Count).Where(place => InTurn[place].Unit != added).ToArray();
        var others = choice.Shuffled(places.Select(place => InTurn[place]));
        foreach (var other in others)
        {
            Taken[other.Group] &= ~(1UL << other.Number);
        }

        for (var i = 0; i < places.Length; i++)
        {
            var (group, number) = FreeNumber();
            Taken[group] |= 1UL << number;
            InTurn[places[i]] = others[i] with { Group = group, Number = number };
        }
    }

    private (int Group, int Number) FreeNumber()
    {
        var first = choice.Next(sizes.Length);
        for (var i = 0; i < sizes.Length; i++)
        {
            var group = (first + i) % sizes.Length;
            var mask = sizes[group] == 64 ? ulong.MaxValue : (1UL << sizes[group]) - 1;
            var free = mask & ~Taken[group];
            if (free != 0)
            {
                for (var skipped = choice.Next(BitOperations.PopCount(free)); skipped > 0; skipped--)
                {
                    free &= free - 1;
                }

                return (group, BitOperations.TrailingZeroCount(free));
            }
        }

        throw new InvalidOperationException("More logical processors than the groups hold.");
    }
}
