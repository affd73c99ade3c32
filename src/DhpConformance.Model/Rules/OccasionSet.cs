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

    /// <summary>The first in order of declaration. There has to be one.</summary>
    public Occasion First => (Occasion)System.Numerics.BitOperations.TrailingZeroCount(bits);

    /// <summary>The others: whoever counts goes from set to set, which costs no memory.</summary>
    public OccasionSet WithoutFirst => new(bits & (bits - 1));

    /// <summary>The occasions, in order of declaration.</summary>
    public IEnumerable<Occasion> Occasions
    {
        get
        {
            for (var rest = this; !rest.IsEmpty; rest = rest.WithoutFirst)
            {
                yield return rest.First;
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
