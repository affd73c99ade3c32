using System.Text;
using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Variants;

/// <summary>
/// Where a server that chooses at random takes its choices from. Two servers with one setup choose alike, so that a
/// case that is repeated goes the same way.
/// </summary>
internal sealed class FreeChoice
{
    private readonly Random random;

    /// <param name="setup">What the choices follow from.</param>
    /// <param name="mostPending">How many accepted operations may be under way at a time at most, 0 or more.</param>
    public FreeChoice(ServerSetup setup, int mostPending)
    {
        random = new Random(Seed(setup));
        MostPending = Next(1 + mostPending);
        Patience = Next(4);
        KeepsLastUnit = Toss();
    }

    /// <summary>How many accepted operations may be under way at a time, 0 or more.</summary>
    public int MostPending { get; }

    /// <summary>How seldom something is done that can wait; 0 is as soon as possible, 3 is nearly never.</summary>
    public int Patience { get; }

    /// <summary>Whether it refuses to release the last unit of a partition.</summary>
    public bool KeepsLastUnit { get; }

    /// <summary>A number from 0 up to and without this one.</summary>
    public int Next(int limit) => random.Next(limit);

    /// <summary>A number from 0 up to and without this one.</summary>
    public long Next(long limit) => random.NextInt64(limit);

    /// <summary>Yes, once in so many times.</summary>
    public bool Toss(int oneIn = 2) => random.Next(oneIn) == 0;

    /// <summary>Whether something is done now that can wait.</summary>
    public bool IsTime() => random.Next(4) >= Patience;

    /// <summary>Any status but success.</summary>
    public int Error() => Toss() ? Message.Error : -1 - random.Next(1 << 30);

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>All of them, in any order.</summary>
    public T[] Shuffled<T>(IEnumerable<T> items)
    {
        var all = items.ToArray();
        random.Shuffle(all);
        return all;
    }

    // FNV-1a. The hash codes of .NET differ from one process to the next.
    private static int Seed(ServerSetup setup)
    {
        var hash = 2166136261;
        Mix((long)setup.Partitionability);
        foreach (var unit in setup.Units)
        {
            Mix(unit.Id.Value);
            Mix((long)unit.Kind);
            Mix(unit.Capacity);
            MixText(unit.Type);
        }

        foreach (var partition in setup.Partitions)
        {
            Mix(partition.Id.Value);
            Mix(partition.ProcessorLimit);
            Mix(partition.MemoryLimit);
            MixText(partition.Profile.Name);
            foreach (var unit in partition.Units)
            {
                Mix(unit.Value);
            }
        }

        return unchecked((int)hash);

        void MixText(string text)
        {
            foreach (var one in Encoding.UTF8.GetBytes(text))
            {
                Mix(one);
            }
        }

        void Mix(long value)
        {
            for (var shift = 0; shift < 64; shift += 8)
            {
                hash = unchecked((hash ^ (byte)(value >> shift)) * 16777619);
            }
        }
    }
}
