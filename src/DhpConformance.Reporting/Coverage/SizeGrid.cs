using System.Collections.Immutable;
using System.Globalization;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Verdicts;
using DhpConformance.Model.Rules;
using DhpConformance.Reporting.Text;

namespace DhpConformance.Reporting.Coverage;

/// <summary>The sizes that a run has reached, a column for each profile.</summary>
/// <param name="Profiles">The names of the profiles whose cases were drawn.</param>
/// <param name="Reached">In how many cases each size was reached.</param>
/// <param name="Largest">The largest of everything.</param>
public sealed record SizeGrid(
    ImmutableArray<string> Profiles, ImmutableArray<SizeGrid.Row> Reached, ImmutableArray<SizeGrid.Row> Largest)
{
    /// <summary>A size.</summary>
    /// <param name="Name">What it is, in words.</param>
    /// <param name="Cells">A cell for each profile.</param>
    public sealed record Row(string Name, ImmutableArray<Cell> Cells);

    /// <summary>What one profile has of it.</summary>
    /// <param name="Text">The number, <c>never</c>, or a dash where no case can reach it.</param>
    /// <param name="Cases">In how many cases it was reached; null where it is something else.</param>
    /// <param name="Reason">Why no case can reach it; null if one can.</param>
    public sealed record Cell(string Text, int? Cases = null, string? Reason = null)
    {
        /// <summary>Whether a case could have reached it and none did.</summary>
        public bool IsMissing => Cases == 0 && Reason is null;
    }

    /// <summary>The sizes of a run.</summary>
    public static SizeGrid Of(RunResults results)
    {
        ArgumentNullException.ThrowIfNull(results);
        ImmutableArray<(ProfileResult Result, ReachedSizes Sizes)> all =
        [
            .. results.Profiles.Where(profile => profile.Sizes is not null)
                .Select(profile => (profile, profile.Sizes!)),
        ];
        var goals = all.SelectMany(one => one.Sizes.Goals).Select(cell => cell.Goal).Distinct().Order();
        return new(
            [.. all.Select(one => one.Result.Profile.Name)],
            [.. goals.Select(goal => new Row(SizeWords.Of(goal), [.. all.Select(one => CellOf(one.Sizes, goal))]))],
            [
                Line("processors that the operating system can use", one => Number(one.Result.Profile.ProcessorLimit)),
                Line("active processors of a partition", one => Number(one.Sizes.Largest.ActiveProcessors)),
                Line("processor groups of a partition", one => Number(one.Sizes.Largest.Groups)),
                Line("memory of a partition", one => Amount.Bytes(one.Sizes.Largest.MemoryBytes)),
                Line("partitions", one => Number(one.Sizes.Largest.Partitions)),
                Line("units", one => Number(one.Sizes.Largest.Units)),
                Line("consumers of a partition", one => Number(one.Sizes.Largest.Consumers)),
                Line("hot operations without a stop", one => Number(one.Sizes.Largest.HotOperations)),
                Line("of these carried out", one => Number(one.Sizes.Largest.CarriedOut)),
            ]);

        Row Line(string name, Func<(ProfileResult Result, ReachedSizes Sizes), string> text) =>
            new(name, [.. all.Select(one => new Cell(text(one)))]);
    }

    private static Cell CellOf(ReachedSizes sizes, SizeGoal goal) =>
        sizes.Goals.FirstOrDefault(cell => cell.Goal == goal) is not { } reached ? new("")
        : reached.Cases > 0 ? new(Amount.Short(reached.Cases), reached.Cases)
        : new(reached.Reason is null ? "never" : "–", 0, reached.Reason);

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
