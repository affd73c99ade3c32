namespace DhpConformance.Model.Rules;

/// <summary>What one step, or one look, put to the test.</summary>
public readonly record struct OccasionSet
{
    private readonly ulong bits;

    private OccasionSet(ulong bits) => this.bits = bits;

    /// <summary>Nothing.</summary>
    public static OccasionSet None => default;

    /// <summary>Whether it is nothing.</summary>
    public bool IsEmpty => bits == 0;

    /// <summary>The occasions, in order of declaration.</summary>
    public IEnumerable<Occasion> Occasions
    {
        get
        {
            for (var rest = bits; rest != 0; rest &= rest - 1)
            {
                yield return (Occasion)System.Numerics.BitOperations.TrailingZeroCount(rest);
            }
        }
    }

    /// <summary>Whether it is among them.</summary>
    public bool Contains(Occasion occasion) => (bits & (1UL << (int)occasion)) != 0;

    /// <summary>These, and this one if the condition holds.</summary>
    public OccasionSet With(Occasion occasion, bool condition = true) =>
        condition ? new(bits | (1UL << (int)occasion)) : this;

    /// <summary>These and those.</summary>
    public OccasionSet With(OccasionSet others) => new(bits | others.bits);
}
