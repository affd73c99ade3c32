using DhpConformance.Abstractions;

namespace DhpConformance.Model.Transitions;

/// <summary>
/// All reasons for which a request has to be refused. Each of them is a right answer, for the documents do not say
/// which comes first.
/// </summary>
public readonly record struct ReasonSet
{
    private readonly ushort bits;

    private ReasonSet(int bits) => this.bits = (ushort)bits;

    /// <summary>No reason: the request has to be carried out.</summary>
    public static ReasonSet None => default;

    /// <summary>Every reason: used where a request is not claimed, and may be refused for whatever reason.</summary>
    public static ReasonSet Any { get; } = new((1 << Enum.GetValues<RefusalReason>().Length) - 1);

    /// <summary>Whether no reason applies.</summary>
    public bool IsEmpty => bits == 0;

    /// <summary>The reason, if exactly one applies; null otherwise.</summary>
    public RefusalReason? Only =>
        bits != 0 && (bits & (bits - 1)) == 0
            ? (RefusalReason)System.Numerics.BitOperations.TrailingZeroCount(bits)
            : null;

    /// <summary>The reasons, in order of declaration.</summary>
    public IEnumerable<RefusalReason> Reasons
    {
        get
        {
            var set = this;
            return Enum.GetValues<RefusalReason>().Where(reason => set.Contains(reason));
        }
    }

    /// <summary>Whether this reason applies.</summary>
    public bool Contains(RefusalReason reason) => (bits & (1 << (int)reason)) != 0;

    /// <summary>Whether a reason applies that is also one of these.</summary>
    public bool Overlaps(ReasonSet others) => (bits & others.bits) != 0;

    /// <summary>These reasons, and this one if the condition holds.</summary>
    public ReasonSet With(RefusalReason reason, bool condition) =>
        condition ? new(bits | (1 << (int)reason)) : this;

    /// <summary>Reads like <c>in use or not running</c>: each of them is a right answer.</summary>
    public override string ToString() =>
        this == Any ? "any reason" : string.Join(" or ", Reasons.Select(reason => Words.Of(reason)));
}
