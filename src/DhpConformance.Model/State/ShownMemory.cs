using DhpConformance.Abstractions;

namespace DhpConformance.Model.State;

/// <summary>
/// How much of its memory an operating system shows: all of it, but for <see cref="Trait.MemoryReserve"/> and
/// <see cref="Trait.RoundsTo"/>.
/// </summary>
/// <param name="Reserve">Bytes that are kept back.</param>
/// <param name="Multiple">What the rest is rounded down to a multiple of, in bytes; 1 for an exact amount.</param>
public readonly record struct ShownMemory(long Reserve, long Multiple)
{
    /// <summary>All of it.</summary>
    public static ShownMemory All { get; } = new(0, 1);

    /// <summary>What is shown with these traits.</summary>
    internal static ShownMemory With(Traits traits) =>
        new(traits[Trait.MemoryReserve], Math.Max(1, traits[Trait.RoundsTo]));

    /// <summary>How many of these bytes are shown.</summary>
    internal long Of(long bytes) => Math.Max(0, bytes - Reserve) / Multiple * Multiple;
}
