using System.Collections.Immutable;

namespace DhpConformance.Engine.Results;

/// <summary>How many cases had this length.</summary>
/// <param name="Operations">Operations executed, up to the one that was violated.</param>
/// <param name="Cases">How many cases.</param>
public sealed record LengthCount(int Operations, int Cases)
{
    /// <summary>Adds counts of the same length up, in ascending order.</summary>
    internal static ImmutableArray<LengthCount> Sum(IEnumerable<LengthCount> lengths) =>
    [
        .. lengths
            .GroupBy(length => length.Operations, length => length.Cases)
            .OrderBy(same => same.Key)
            .Select(same => new LengthCount(same.Key, same.Sum())),
    ];
}
