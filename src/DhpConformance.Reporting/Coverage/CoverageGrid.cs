using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;
using DhpConformance.Model.Rules;

namespace DhpConformance.Reporting.Coverage;

/// <summary>Which answers each operation was put to the test for, in all profiles of a run.</summary>
/// <param name="Answers">The answers that occur, in words: the columns.</param>
/// <param name="Rows">The operations.</param>
public sealed record CoverageGrid(ImmutableArray<string> Answers, ImmutableArray<CoverageRow> Rows)
{
    private static readonly ImmutableArray<RequiredAnswer> EveryAnswer =
        [.. Enumerable.Range(0, RequiredAnswer.Count).Select(RequiredAnswer.At)];

    /// <summary>How many cells there are that a rule needs and the run never reached.</summary>
    public int Missing => Rows.Sum(row => row.Cells.Count(cell => cell is { Needed: true, Count: 0 }));

    /// <summary>How many cells were reached.</summary>
    public int Reached => Rows.Sum(row => row.Cells.Count(cell => cell.Count > 0));

    /// <summary>What a run put to the test.</summary>
    public static CoverageGrid Of(RunResults results)
    {
        var counts = results.Profiles
            .SelectMany(profile => profile.Coverage)
            .GroupBy(cell => (cell.Operation, cell.Kind, cell.Required))
            .ToDictionary(group => group.Key, group => group.Sum(cell => cell.Count));
        var needs = new CoverageNeeds(results);
        var rows = Subjects()
            .Select(subject => new CoverageRow(
                subject.Operation,
                subject.Kind,
                [
                    .. EveryAnswer.Select(answer => new CoverageCount(
                        counts.GetValueOrDefault((subject.Operation, subject.Kind, answer.ToString())),
                        needs.Include(subject.Operation, subject.Kind, answer))),
                ]))
            .Where(row => row.Cells.Any(cell => cell.Count > 0 || cell.Needed))
            .ToList();
        var used = Enumerable.Range(0, EveryAnswer.Length)
            .Where(column => rows.Any(row => row.Cells[column].Count > 0 || row.Cells[column].Needed))
            .ToList();
        return new(
            [.. used.Select(column => EveryAnswer[column].ToString())],
            [.. rows.Select(row => row with { Cells = [.. used.Select(column => row.Cells[column])] })]);
    }

    private static IEnumerable<(OperationKind Operation, UnitKind? Kind)> Subjects() =>
        Enum.GetValues<OperationKind>().SelectMany(operation =>
            Enum.GetValues<UnitKind>().Select(kind => (UnitKind?)kind).Append(null),
            (operation, kind) => (operation, kind));
}

/// <summary>One operation on one kind of unit.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Kind">The kind of the unit it names; null for none, or for a unit that does not exist.</param>
/// <param name="Cells">A cell for each answer.</param>
public sealed record CoverageRow(OperationKind Operation, UnitKind? Kind, ImmutableArray<CoverageCount> Cells);

/// <summary>A cell.</summary>
/// <param name="Count">How often it was reached.</param>
/// <param name="Needed">Whether a rule cannot be judged as a whole without it.</param>
public readonly record struct CoverageCount(long Count, bool Needed);
