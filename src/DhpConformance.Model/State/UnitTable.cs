namespace DhpConformance.Model.State;

/// <summary>
/// The states of all units, immutable. Kept in blocks, so that a changed unit copies its block and the list of
/// blocks: at 4,096 units that is 1 kB, where copying one flat array would be 32 kB for each operation.
/// </summary>
public sealed class UnitTable
{
    private const int BlockBits = 6;
    private const int BlockSize = 1 << BlockBits;

    private readonly UnitState[][] blocks;

    private UnitTable(UnitState[][] blocks, int count)
    {
        this.blocks = blocks;
        Count = count;
    }

    /// <summary>How many units there are.</summary>
    public int Count { get; }

    /// <summary>The state of the unit at this place.</summary>
    public UnitState this[int unit] => blocks[unit >> BlockBits][unit & (BlockSize - 1)];

    /// <summary>A table of these states.</summary>
    public static UnitTable Of(ReadOnlySpan<UnitState> states)
    {
        var blocks = new UnitState[(states.Length + BlockSize - 1) >> BlockBits][];
        for (var i = 0; i < blocks.Length; i++)
        {
            var start = i << BlockBits;
            blocks[i] = states[start..Math.Min(start + BlockSize, states.Length)].ToArray();
        }

        return new UnitTable(blocks, states.Length);
    }

    /// <summary>The table in which the unit at this place has this state.</summary>
    public UnitTable With(int unit, UnitState state)
    {
        // A span is copied inline; Clone goes through the runtime, which takes longer than the copy.
        var block = blocks[unit >> BlockBits].AsSpan().ToArray();
        block[unit & (BlockSize - 1)] = state;
        var changed = blocks.AsSpan().ToArray();
        changed[unit >> BlockBits] = block;
        return new UnitTable(changed, Count);
    }
}
