using System.Collections.Immutable;

namespace DhpConformance.Abstractions;

/// <summary>What a consumer under test says of itself.</summary>
/// <param name="Name">Its name, for reports.</param>
/// <param name="Version">Its version, for reports.</param>
/// <param name="Role">Whether it is a driver or an application.</param>
/// <param name="Traits">What it says that it does. What is not said is not judged.</param>
public sealed record ConsumerDescription(
    string Name, string Version, ConsumerRole Role, ImmutableArray<ConsumerTrait> Traits)
{
    /// <summary>
    /// The most processors it can work with, 1 or more; null if it has no limit of its own. Beyond it no case goes.
    /// </summary>
    public int? ProcessorLimit { get; init; }

    /// <summary>Whether it says that it does this.</summary>
    public bool Has(ConsumerTrait trait) => Traits.Contains(trait);
}
