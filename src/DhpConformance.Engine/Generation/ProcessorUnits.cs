using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Generation;

/// <summary>How many logical processors a large partition begins with, and in units of which size.</summary>
internal static class ProcessorUnits
{
    /// <summary>Single ones that make up for what units of several do not divide.</summary>
    public const int Singles = 2;

    // Spares, and what the other partition starts with.
    private const int Others = 10;

    // Larger servers would take longer, and show nothing that these do not.
    private const int MostUnits = 42;
    private const int MostSingles = 320;
    private const int Most = 300;

    private static readonly ImmutableArray<int> Sizes = [1, 1, 2, 3, 4, 8, 33, 64];

    /// <summary>
    /// The numbers of processors at which something may change, as far as the implementation takes so many units; one
    /// as often as it is to be drawn.
    /// </summary>
    public static ImmutableArray<int> Boundaries(Profile profile, ImplementationDescription description)
    {
        var limit = Math.Min(profile.ProcessorLimit, Most);
        ImmutableArray<int> all = [16, 32, 64, 128, 256, limit, limit, limit];
        ImmutableArray<int> fitting =
        [
            .. all.Select(boundary => Math.Min(boundary, limit))
                .Where(boundary => All(description.Claims).Any(size => Fits(boundary, size, description.Limits))),
        ];
        return fitting.IsEmpty ? [Math.Min(16, limit)] : fitting;
    }

    /// <summary>The sizes of units in which so many processors are few enough units.</summary>
    public static ImmutableArray<int> SizesFor(int processors, ImplementationDescription description)
    {
        var all = All(description.Claims);
        ImmutableArray<int> fitting = [.. all.Where(size => Fits(processors, size, description.Limits))];
        return fitting.IsEmpty ? all : fitting;
    }

    /// <summary>Whether cases of a profile come to so many active processors, or more.</summary>
    public static bool Reach(int processors, Profile profile, ImplementationDescription description) =>
        Boundaries(profile, description).Any(boundary => boundary >= processors && SizesFor(boundary, description)
            .Any(size => Fits(boundary, size, description.Limits)));

    /// <summary>
    /// The sizes of units in which exactly as many processors as the profile uses are few enough units; none if they
    /// are too many in any size.
    /// </summary>
    public static ImmutableArray<int> SizesForLimit(Profile profile, ImplementationDescription description) =>
    [
        .. All(description.Claims).Where(size => profile.ProcessorLimit <= Most
            && profile.ProcessorLimit % size < Singles && Fits(profile.ProcessorLimit, size, description.Limits)),
    ];

    private static ImmutableArray<int> All(Claims claims) =>
        claims.Has(Claim.SeveralLogicalProcessors) ? Sizes : [1];

    private static bool Fits(int processors, int size, ServerLimits limits) =>
        (processors / size) + Others <= Math.Min(limits.Processors, size == 1 ? MostSingles : MostUnits);
}
