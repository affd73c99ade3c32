using System.Collections;
using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>Which traits an implementation declares, each with its value; none by default.</summary>
[JsonConverter(typeof(TraitsConverter))]
public readonly struct Traits : IEquatable<Traits>, IEnumerable<Trait>
{
    // The value of each trait, 0 for one that is not declared. None at all for a server without traits: nearly every
    // one is so.
    private readonly ImmutableArray<long> values;

    private Traits(ImmutableArray<long> values) => this.values = values;

    /// <summary>No trait: the rules as they stand.</summary>
    public static Traits None => default;

    /// <summary>Whether no trait is declared.</summary>
    public bool IsEmpty => values.IsDefault;

    /// <summary>How many traits are declared.</summary>
    public int Count => values.IsDefault ? 0 : values.Count(value => value != 0);

    /// <summary>The value of a trait; 1 for one without a value, 0 for one that is not declared.</summary>
    public long this[Trait trait] => values.IsDefault ? 0 : values[(int)trait];

    /// <summary>Whether this trait is declared.</summary>
    public bool Has(Trait trait) => this[trait] != 0;

    /// <summary>These traits and this one.</summary>
    /// <param name="trait">The trait.</param>
    /// <param name="value">Its value, in its range; 1 for a trait without a value.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is not in the range of the trait.</exception>
    public Traits With(Trait trait, long value = 1)
    {
        if (TraitRequirements.ValueProblem(trait, value) is { } problem)
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, problem);
        }

        return Set(trait, value);
    }

    /// <summary>These traits without this one.</summary>
    public Traits Without(Trait trait) => Has(trait) ? Set(trait, 0) : this;

    /// <summary>The traits declared, in order of declaration.</summary>
    public IEnumerator<Trait> GetEnumerator()
    {
        foreach (var trait in Enum.GetValues<Trait>())
        {
            if (Has(trait))
            {
                yield return trait;
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Reads like <c>memory-in-blocks 134217728, removal-may-be-declined</c>.</summary>
    public override string ToString()
    {
        var traits = this;
        return string.Join(", ", this.Select(trait => TraitRequirements.TakesValue(trait)
            ? $"{TraitRequirements.Name(trait)} {traits[trait]}"
            : TraitRequirements.Name(trait)));
    }

    /// <inheritdoc/>
    public bool Equals(Traits other) => values.IsDefault || other.values.IsDefault
        ? values.IsDefault == other.values.IsDefault
        : values.AsSpan().SequenceEqual(other.values.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Traits other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var trait in this)
        {
            hash.Add(trait);
            hash.Add(this[trait]);
        }

        return hash.ToHashCode();
    }

    /// <summary>Whether both declare the same traits with the same values.</summary>
    public static bool operator ==(Traits left, Traits right) => left.Equals(right);

    /// <summary>Whether they differ in a trait or a value.</summary>
    public static bool operator !=(Traits left, Traits right) => !left.Equals(right);

    private Traits Set(Trait trait, long value)
    {
        var changed = values.IsDefault ? new long[Enum.GetValues<Trait>().Length] : [.. values];
        changed[(int)trait] = value;
        return changed.All(one => one == 0) ? None : new([.. changed]);
    }
}
