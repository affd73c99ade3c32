using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;
using DhpConformance.Model.Rules;
using DhpConformance.Reporting.Text;

namespace DhpConformance.Reporting.Coverage;

/// <summary>How the operations and sizes of a run are distributed, all profiles together.</summary>
internal static class Distributions
{
    /// <summary>How often each operation was answered how, most frequent operations first.</summary>
    public static ImmutableArray<(OperationKind Operation, ImmutableArray<long> Counts)> Outcomes(RunResults results)
    {
        var counts = results.Profiles
            .SelectMany(profile => profile.Sizes?.Outcomes ?? [])
            .GroupBy(cell => (cell.Operation, cell.Outcome))
            .ToDictionary(same => same.Key, same => same.Sum(cell => cell.Count));
        return
        [
            .. counts.Keys.Select(key => key.Operation).Distinct()
                .Select(operation => (operation, Counts: Enum.GetValues<OutcomeKind>()
                    .Select(outcome => counts.GetValueOrDefault((operation, outcome))).ToImmutableArray()))
                .OrderByDescending(row => row.Counts.Sum()).ThenBy(row => row.operation),
        ];
    }

    /// <summary>How many cases are in each band of a size, such as <c>5–16</c>.</summary>
    public static ImmutableArray<(SizeMeasure Of, ImmutableArray<(string Band, long Cases)> Bands)> Sizes(
        RunResults results) =>
    [
        .. results.Profiles
            .SelectMany(profile => profile.Sizes?.Distributions ?? [])
            .GroupBy(distribution => distribution.Of)
            .OrderBy(same => same.Key)
            .Select(same => (same.Key, Bands(same.Key, same.SelectMany(one => one.Bands)))),
    ];

    private static ImmutableArray<(string Band, long Cases)> Bands(SizeMeasure measure, IEnumerable<SizeBand> bands)
    {
        var ends = bands.GroupBy(band => band.To ?? long.MaxValue, band => (long)band.Cases)
            .OrderBy(same => same.Key)
            .Select(same => (To: same.Key, Cases: same.Sum()))
            .ToList();
        return
        [
            .. ends.Select((end, place) => (Name(measure, place == 0 ? -1 : ends[place - 1].To, end.To), end.Cases)),
        ];
    }

    private static string Name(SizeMeasure measure, long above, long to) =>
        measure == SizeMeasure.MemoryBytes
            ? to == 0 ? "none" : to == long.MaxValue ? $"more than {Amount.Bytes(above)}" : $"up to {Amount.Bytes(to)}"
        : to == long.MaxValue ? $"more than {Amount.Of(above)}"
        : above + 1 >= to ? Amount.Of(to)
        : $"{Amount.Of(above < 0 ? 1 : above + 1)}–{Amount.Of(to)}";
}
