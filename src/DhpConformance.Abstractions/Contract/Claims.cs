using System.Collections;

namespace DhpConformance.Abstractions;

/// <summary>
/// Which claims an implementation makes. Every claim is either made or not made; there is no third state, and a
/// claims file or handshake that leaves one out is an error, but for <see cref="Claim.ConcurrentRequests"/>.
/// </summary>
public readonly struct Claims : IEquatable<Claims>, IEnumerable<Claim>
{
    private readonly ulong bits;

    private Claims(ulong bits, Traits traits = default) => (this.bits, Traits) = (bits, traits);

    /// <summary>Every claim there is.</summary>
    public static Claims All { get; } = Of(Enum.GetValues<Claim>());

    /// <summary>No claim: the core rules alone.</summary>
    public static Claims None => default;

    /// <summary>The traits that are declared with them: what the server does otherwise, by design.</summary>
    public Traits Traits { get; }

    /// <summary>These claims and no others.</summary>
    public static Claims Of(params ReadOnlySpan<Claim> claims)
    {
        ulong bits = 0;
        foreach (var claim in claims)
        {
            bits |= 1UL << (int)claim;
        }

        return new Claims(bits);
    }

    /// <summary>These claims and <paramref name="claims"/>.</summary>
    public Claims With(params ReadOnlySpan<Claim> claims) => new(bits | Of(claims).bits, Traits);

    /// <summary>These claims without <paramref name="claims"/>.</summary>
    public Claims Without(params ReadOnlySpan<Claim> claims) => new(bits & ~Of(claims).bits, Traits);

    /// <summary>These claims, with these traits and no others.</summary>
    public Claims With(Traits traits) => new(bits, traits);

    /// <summary>Whether this claim is made.</summary>
    public bool Has(Claim claim) => (bits & (1UL << (int)claim)) != 0;

    /// <summary>Whether every one of <paramref name="claims"/> is made.</summary>
    public bool HasAll(Claims claims) => (bits & claims.bits) == claims.bits;

    /// <summary>The claims made, in order of declaration.</summary>
    public IEnumerator<Claim> GetEnumerator()
    {
        foreach (var claim in Enum.GetValues<Claim>())
        {
            if (Has(claim))
            {
                yield return claim;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(Claims other) => bits == other.bits && Traits == other.Traits;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Claims other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(bits, Traits);

    /// <summary>Whether both make the same claims and declare the same traits.</summary>
    public static bool operator ==(Claims left, Claims right) => left.Equals(right);

    /// <summary>Whether they differ in a claim or a trait.</summary>
    public static bool operator !=(Claims left, Claims right) => !left.Equals(right);
}
