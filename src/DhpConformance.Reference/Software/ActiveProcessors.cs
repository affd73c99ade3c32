using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <summary>
/// The active logical processors of a running operating system, and how they are numbered: each gets the lowest free
/// number of the lowest group with room, and keeps it for as long as it is active.
/// </summary>
internal class ActiveProcessors(int groups, int groupSize)
{
    // The processors as last observed, as long as they are current: a second observation shows the same.
    private ImmutableArray<ulong> shownMasks;
    private ImmutableArray<LogicalProcessor> shown;

    public int Count => InTurn.Count;

    /// <summary>
    /// In order of their indexes. A logical processor's index is its place here and is filled in when somebody looks,
    /// so that the indexes close up by themselves when a processor leaves.
    /// </summary>
    protected List<LogicalProcessor> InTurn { get; } = [];

    /// <summary>The numbers that are taken, a mask for each group.</summary>
    protected ulong[] Taken { get; } = new ulong[groups];

    /// <summary>The logical processor that one component of a unit would become now.</summary>
    public virtual LogicalProcessor Next(UnitId unit)
    {
        for (var group = 0; group < Taken.Length; group++)
        {
            var number = BitOperations.TrailingZeroCount(~Taken[group]);
            if (number < groupSize)
            {
                return new LogicalProcessor(InTurn.Count, group, number, unit);
            }
        }

        // A faulty server may add more than fits. The result must be observable instead of an exception.
        return new LogicalProcessor(InTurn.Count, Taken.Length, 0, unit);
    }

    /// <summary>Makes one component of a unit active. Without a free number it stays parked.</summary>
    public virtual void Activate(UnitId unit)
    {
        Forget();
        var next = Next(unit);
        if (next.Group < Taken.Length)
        {
            Taken[next.Group] |= 1UL << next.Number;
            InTurn.Add(next);
        }
    }

    /// <summary>Puts one unit behind the logical processors of another; nothing that has a number changes it.</summary>
    public void Swap(UnitId target, UnitId spare)
    {
        Forget();
        foreach (ref var processor in CollectionsMarshal.AsSpan(InTurn))
        {
            if (processor.Unit == target)
            {
                processor = processor with { Unit = spare };
            }
        }
    }

    /// <summary>Takes the logical processors of a unit away. The others keep group and number.</summary>
    public void Deactivate(UnitId unit)
    {
        Forget();
        var kept = 0;
        for (var i = 0; i < InTurn.Count; i++)
        {
            var processor = InTurn[i];
            if (processor.Unit == unit)
            {
                Taken[processor.Group] &= ~(1UL << processor.Number);
            }
            else
            {
                InTurn[kept++] = processor;
            }
        }

        InTurn.RemoveRange(kept, InTurn.Count - kept);
    }

    public void Clear()
    {
        Forget();
        InTurn.Clear();
        Array.Clear(Taken);
    }

    /// <summary>The affinity mask of each group, group 0 first.</summary>
    public ImmutableArray<ulong> Masks() => shownMasks.IsDefault ? shownMasks = [.. Taken] : shownMasks;

    /// <summary>All of them in order of their indexes.</summary>
    public ImmutableArray<LogicalProcessor> InOrder() => shown.IsDefault ? shown = Numbered() : shown;

    /// <summary>What was shown last is true no more.</summary>
    protected void Forget() => (shown, shownMasks) = (default, default);

    private ImmutableArray<LogicalProcessor> Numbered()
    {
        var ordered = InTurn.ToArray();
        for (var i = 0; i < ordered.Length; i++)
        {
            ordered[i] = ordered[i] with { Index = i };
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(ordered);
    }
}
