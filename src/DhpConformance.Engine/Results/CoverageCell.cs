using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.Results;

/// <summary>How often one situation was reached.</summary>
/// <param name="Operation">What was asked.</param>
/// <param name="Kind">The kind of the unit named; null for none.</param>
/// <param name="Required">The answer that the rules required, in words.</param>
/// <param name="Static">Whether the server was statically partitionable.</param>
/// <param name="NeighbourRuns">Whether another partition ran.</param>
/// <param name="Mixed">Whether operating systems of different profiles shared the server.</param>
/// <param name="Count">How often.</param>
public sealed record CoverageCell(
    [property: JsonConverter(typeof(KebabCaseConverter<OperationKind>))] OperationKind Operation,
    UnitKind? Kind,
    string Required,
    bool Static,
    bool NeighbourRuns,
    bool Mixed,
    long Count)
{
    // Where each situation stands in the table that counts them.
    private static readonly Lazy<Dictionary<CoverageCell, int>> Places = new(() =>
        Enumerable.Range(0, Situation.Count).ToDictionary(place => Of((Situation.At(place), 0))));

    /// <summary>Whether there is such a situation, however often it was reached.</summary>
    [JsonIgnore]
    public bool IsKnown => Places.Value.ContainsKey(this with { Count = 0 });

    internal static CoverageCell Of((Situation Situation, long Count) cell) => new(
        cell.Situation.Operation,
        cell.Situation.Kind,
        cell.Situation.Required.ToString(),
        cell.Situation.Static,
        cell.Situation.NeighbourRuns,
        cell.Situation.Mixed,
        cell.Count);

    /// <summary>Adds cells of the same situation up, in the order of the table.</summary>
    internal static ImmutableArray<CoverageCell> Sum(IEnumerable<CoverageCell> cells) =>
    [
        .. cells
            .GroupBy(cell => cell with { Count = 0 })
            .OrderBy(same => Places.Value[same.Key])
            .Select(same => same.Key with { Count = same.Sum(cell => cell.Count) }),
    ];
}
