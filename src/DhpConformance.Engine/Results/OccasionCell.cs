using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.Results;

/// <summary>How often one occasion arose.</summary>
/// <param name="Occasion">What consumers, or what was done before, put to the test.</param>
/// <param name="Count">How often.</param>
public sealed record OccasionCell(
    [property: JsonConverter(typeof(KebabCaseConverter<Occasion>))] Occasion Occasion, long Count)
{
    /// <summary>Adds counts of the same occasion up, in the order of the occasions.</summary>
    internal static ImmutableArray<OccasionCell> Sum(IEnumerable<OccasionCell> cells) =>
    [
        .. cells
            .GroupBy(cell => cell.Occasion, cell => cell.Count)
            .OrderBy(same => same.Key)
            .Select(same => new OccasionCell(same.Key, same.Sum())),
    ];
}
