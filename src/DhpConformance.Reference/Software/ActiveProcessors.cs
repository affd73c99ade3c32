using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <summary>
/// The active logical processors of a running operating system, and how they are numbered: each gets the lowest free
/// number of the lowest group with room, and keeps it for as long as it is active.
/// </summary>
internal sealed class ActiveProcessors(int groups)
{
    private const int GroupSize = 64;

    // In order of their indexes. A logical processor's index is its place here and is filled in when somebody looks,
    // so that the indexes close up by themselves when a processor leaves.
    private readonly List<LogicalProcessor> processors = [];
    private readonly ulong[] masks = new ulong[groups];

    // What was shown last, as long as it is true: whoever looks again is shown the same.
    private ImmutableArray<ulong> shownMasks;
    private ImmutableArray<LogicalProcessor> shown;

    public int Count => processors.Count;

    /// <summary>The logical processor that one component of a unit would become now.</summary>
    public LogicalProcessor Next(UnitId unit)
    {
        for (var group = 0; group < masks.Length; group++)
        {
            var number = BitOperations.TrailingZeroCount(~masks[group]);
            if (number < GroupSize)
            {
                return new LogicalProcessor(processors.Count, group, number, unit);
            }
        }

        // A faulty server may add more than fits. Nothing good can come of it, but it must show and not throw.
        return new LogicalProcessor(processors.Count, masks.Length, 0, unit);
    }

    /// <summary>Makes one component of a unit active. Without a free number it stays parked.</summary>
    public void Activate(UnitId unit)
    {
        Forget();
        var next = Next(unit);
        if (next.Group < masks.Length)
        {
            masks[next.Group] |= 1UL << next.Number;
            processors.Add(next);
        }
    }

    /// <summary>Puts one unit behind the logical processors of another; nothing that has a number changes it.</summary>
    public void Swap(UnitId target, UnitId spare)
    {
        Forget();
        foreach (ref var processor in CollectionsMarshal.AsSpan(processors))
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
        for (var i = 0; i < processors.Count; i++)
        {
            var processor = processors[i];
            if (processor.Unit == unit)
            {
                masks[processor.Group] &= ~(1UL << processor.Number);
            }
            else
            {
                processors[kept++] = processor;
            }
        }

        processors.RemoveRange(kept, processors.Count - kept);
    }

    public void Clear()
    {
        Forget();
        processors.Clear();
        Array.Clear(masks);
    }

    /// <summary>The affinity mask of each group, group 0 first.</summary>
    public ImmutableArray<ulong> Masks() => shownMasks.IsDefault ? shownMasks = [.. masks] : shownMasks;

    /// <summary>All of them in order of their indexes.</summary>
    public ImmutableArray<LogicalProcessor> InOrder() => shown.IsDefault ? shown = Numbered() : shown;

    private void Forget() => (shown, shownMasks) = (default, default);

    private ImmutableArray<LogicalProcessor> Numbered()
    {
        var ordered = processors.ToArray();
        for (var i = 0; i < ordered.Length; i++)
        {
            ordered[i] = ordered[i] with { Index = i };
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(ordered);
    }
}
