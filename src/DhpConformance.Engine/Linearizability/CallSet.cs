namespace DhpConformance.Engine.Linearizability;

/// <summary>
/// Which calls an order has taken in so far, immutable. Answered calls are taken in nearly in the order in which they
/// began, so that a set is the place up to which all are in it, and a few bits beyond. Lost calls, which need never be
/// taken in, have bits of their own.
/// </summary>
internal sealed class CallSet : IEquatable<CallSet>
{
    private const int WordBits = 64;

    private readonly ulong[] ahead;
    private readonly ulong[] lost;
    private readonly int hash;

    private CallSet(int first, ulong[] ahead, ulong[] lost, int count)
    {
        First = first;
        Count = count;
        this.ahead = ahead;
        this.lost = lost;
        var all = default(HashCode);
        all.Add(first);
        foreach (var word in ahead)
        {
            all.Add(word);
        }

        foreach (var word in lost)
        {
            all.Add(word);
        }

        hash = all.ToHashCode();
    }

    /// <summary>No call.</summary>
    public static CallSet Empty { get; } = new(0, [], [], 0);

    /// <summary>The place of the first answered call that is not in it.</summary>
    public int First { get; }

    /// <summary>How many answered calls are in it.</summary>
    public int Count { get; }

    /// <summary>Whether the answered call at this place is in it.</summary>
    public bool Has(int place) => place < First || Bit(ahead, place - First);

    /// <summary>Whether the lost call at this place among the lost ones is in it.</summary>
    public bool HasLost(int place) => Bit(lost, place);

    /// <summary>With the answered call at this place.</summary>
    public CallSet With(int place)
    {
        var set = Set(ahead, place - First);
        var passed = 0;
        while (Bit(set, passed))
        {
            passed++;
        }

        return new(First + passed, passed == 0 ? set : Without(set, passed), lost, Count + 1);
    }

    /// <summary>With the lost call at this place among the lost ones.</summary>
    public CallSet WithLost(int place) => new(First, ahead, Set(lost, place), Count);

    /// <inheritdoc/>
    public bool Equals(CallSet? other) =>
        other is not null && First == other.First
        && ahead.AsSpan().SequenceEqual(other.ahead) && lost.AsSpan().SequenceEqual(other.lost);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CallSet other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => hash;

    private static bool Bit(ulong[] words, int bit) =>
        bit / WordBits < words.Length && (words[bit / WordBits] & (1UL << (bit % WordBits))) != 0;

    private static ulong[] Set(ulong[] words, int bit)
    {
        var set = new ulong[Math.Max(words.Length, (bit / WordBits) + 1)];
        words.CopyTo(set, 0);
        set[bit / WordBits] |= 1UL << (bit % WordBits);
        return set;
    }

    // Without the first bits, and without words at the end in which there is nothing: equal sets have equal words.
    private static ulong[] Without(ulong[] words, int bits)
    {
        var left = new List<ulong>();
        for (var word = bits / WordBits; word < words.Length; word++)
        {
            var (here, next) = (words[word], word + 1 < words.Length ? words[word + 1] : 0);
            left.Add((ulong)(((UInt128)next << WordBits | here) >> (bits % WordBits)));
        }

        while (left.Count > 0 && left[^1] == 0)
        {
            left.RemoveAt(left.Count - 1);
        }

        return [.. left];
    }
}
