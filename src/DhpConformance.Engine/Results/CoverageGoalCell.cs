using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.Results;

/// <summary>How often one coverage goal arose.</summary>
/// <param name="CoverageGoal">What consumers, or what was done before, put to the test.</param>
/// <param name="Count">How often.</param>
public sealed record CoverageGoalCell(
    [property: JsonPropertyName("occasion"), JsonConverter(typeof(KebabCaseConverter<CoverageGoal>))]
    CoverageGoal CoverageGoal,
    long Count)
{
    /// <summary>Adds counts of the same coverage goal up, in the order of the coverage goals.</summary>
    internal static ImmutableArray<CoverageGoalCell> Sum(IEnumerable<CoverageGoalCell> cells) =>
    [
        .. cells
            .GroupBy(cell => cell.CoverageGoal, cell => cell.Count)
            .OrderBy(same => same.Key)
            .Select(same => new CoverageGoalCell(same.Key, same.Sum())),
    ];
}
