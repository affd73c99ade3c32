namespace DhpConformance.Model.State;

/// <summary>
/// The states of all units, immutable. Kept in blocks, so that a changed unit copies its block and the list of
/// blocks: at 4,096 units that is 1 kB, where copying one flat array would be 32 kB for each operation. The first block
/// is not in the list: most servers have no other, and need no list.
/// </summary>
public sealed class UnitTable
{
    private const int BlockBits = 6;
    private const int BlockSize = 1 << BlockBits;

    private readonly UnitState[] first;
    private readonly UnitState[][] others;

    private UnitTable(UnitState[] first, UnitState[][] others, int count)
    {
        this.first = first;
        this.others = others;
        Count = count;
    }

    /// <summary>How many units there are.</summary>
    public int Count { get; }

    /// <summary>The state of the unit at this place.</summary>
    public UnitState this[int unit] =>
        unit < BlockSize ? first[unit] : others[(unit >> BlockBits) - 1][unit & (BlockSize - 1)];

    /// <summary>A table of these states.</summary>
    public static UnitTable Of(ReadOnlySpan<UnitState> states)
    {
        var others = states.Length <= BlockSize ? [] : new UnitState[(states.Length - 1) >> BlockBits][];
        for (var i = 0; i < others.Length; i++)
        {
            var start = (i + 1) << BlockBits;
            others[i] = states[start..Math.Min(start + BlockSize, states.Length)].ToArray();
        }

        return new UnitTable(states[..Math.Min(BlockSize, states.Length)].ToArray(), others, states.Length);
    }

    /// <summary>The table in which the unit at this place has this state.</summary>
    public UnitTable With(int unit, UnitState state)
    {
        if (unit < BlockSize)
        {
            return new UnitTable(With(first, unit, state), others, Count);
        }

        var place = (unit >> BlockBits) - 1;
        var changed = others.AsSpan().ToArray();
        changed[place] = With(others[place], unit & (BlockSize - 1), state);
        return new UnitTable(first, changed, Count);
    }

    /// <summary>Whether each unit has the same state in both tables.</summary>
    internal bool HasSameUnits(UnitTable other)
    {
        if (Count != other.Count || !AreSame(first, other.first))
        {
            return false;
        }

        for (var i = 0; i < others.Length; i++)
        {
            if (!AreSame(others[i], other.others[i]))
            {
                return false;
            }
        }

        return true;
    }

    // Tables of one server share the blocks in which nothing changed.
    private static bool AreSame(UnitState[] block, UnitState[] other) =>
        ReferenceEquals(block, other) || block.AsSpan().SequenceEqual(other);

    // A span is copied inline; Clone goes through the runtime, which takes longer than the copy.
    private static UnitState[] With(UnitState[] block, int place, UnitState state)
    {
        var changed = block.AsSpan().ToArray();
        changed[place] = state;
        return changed;
    }
}
