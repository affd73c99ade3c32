using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;
using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.Coverage;

/// <summary>
/// Which sizes the cases have reached, and how operations were answered. Tables of workers are added up, so that the
/// order in which cases ran leaves no trace.
/// </summary>
internal sealed class SizeTable
{
    private const long GiB = 1L << 30;

    private static readonly SizeGoal[] AllGoals = Enum.GetValues<SizeGoal>();
    private static readonly int Outcomes = Enum.GetValues<OutcomeKind>().Length;

    // The last band of each has no end.
    private static readonly long[][] Ends =
    [
        [1, 2, 3, 7],
        [8, 16, 32, 64],
        [0, 4, 16, 32, 64, 128, 256],
        [0, 4 * GiB, 64 * GiB, 2048 * GiB],
        [0, 2, 4],
        [0, 10, 30, 100, 300],
    ];

    private readonly int[] goals = new int[AllGoals.Length];
    private readonly int[] firstOfGoals = new int[AllGoals.Length];
    private readonly long[] outcomes = new long[Enum.GetValues<OperationKind>().Length * Outcomes];
    private readonly int[][] bands = [.. Ends.Select(ends => new int[ends.Length + 1])];
    private LargestSizes largest = new(0, 0, 0, 0, 0, 0, 0, 0);

    /// <summary>An operation was answered rightly.</summary>
    public void Count(OperationKind operation, OutcomeKind outcome) =>
        outcomes[((int)operation * Outcomes) + (int)outcome]++;

    /// <summary>A case is over.</summary>
    /// <param name="one">Its sizes.</param>
    /// <param name="number">Which case of the run it is.</param>
    public void Add(CaseSizes one, int number)
    {
        foreach (var goal in AllGoals.Where(one.Goals.Contains))
        {
            if (goals[(int)goal]++ == 0)
            {
                firstOfGoals[(int)goal] = number;
            }
        }

        largest = largest.Or(new(
            one.Partitions, one.Units, one.ActiveProcessors, one.Groups, one.MemoryBytes, one.Consumers,
            one.HotOperations, one.CarriedOut));
        Count(SizeMeasure.Partitions, one.Partitions);
        Count(SizeMeasure.Units, one.Units);
        Count(SizeMeasure.ActiveProcessors, one.ActiveProcessors);
        Count(SizeMeasure.MemoryBytes, one.MemoryBytes);
        Count(SizeMeasure.Consumers, one.Consumers);
        Count(SizeMeasure.HotOperations, one.HotOperations);
    }

    /// <summary>The first case that reached a size; null for none.</summary>
    public int? FirstCase(SizeGoal goal) => goals[(int)goal] > 0 ? firstOfGoals[(int)goal] : null;

    /// <summary>Adds the counts of another table, of later cases.</summary>
    public void Add(SizeTable other)
    {
        largest = largest.Or(other.largest);
        for (var i = 0; i < goals.Length; i++)
        {
            firstOfGoals[i] = goals[i] == 0 ? other.firstOfGoals[i] : firstOfGoals[i];
            goals[i] += other.goals[i];
        }

        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] += other.outcomes[i];
        }

        for (var measure = 0; measure < bands.Length; measure++)
        {
            for (var i = 0; i < bands[measure].Length; i++)
            {
                bands[measure][i] += other.bands[measure][i];
            }
        }
    }

    /// <summary>All counts.</summary>
    public SizeCounts Counts() => new(
        largest,
        [.. goals.Index().Where(one => one.Item > 0).Select(one => new NumberedCount(
            one.Index, one.Item, firstOfGoals[one.Index]))],
        [.. outcomes.Index().Where(one => one.Item > 0).Select(one => new NumberedCount(one.Index, one.Item, 0))],
        [.. bands.Select(cases => cases.ToImmutableArray())]);

    /// <summary>Takes counts over that were written down, into an empty table.</summary>
    public void Take(SizeCounts written)
    {
        largest = written.Largest;
        foreach (var one in written.Goals)
        {
            (goals[one.Number], firstOfGoals[one.Number]) = ((int)one.Count, one.First);
        }

        foreach (var one in written.Outcomes)
        {
            outcomes[one.Number] = one.Count;
        }

        foreach (var (measure, cases) in written.Bands.Index())
        {
            cases.CopyTo(bands[measure]);
        }
    }

    /// <summary>Forgets all counts.</summary>
    public void Clear()
    {
        largest = new(0, 0, 0, 0, 0, 0, 0, 0);
        Array.Clear(goals);
        Array.Clear(outcomes);
        Array.ForEach(bands, Array.Clear);
    }

    /// <summary>The counts as a result.</summary>
    /// <param name="whyNot">Why no case can reach a size, in a sentence; null if one can.</param>
    public ReachedSizes Result(Func<SizeGoal, string?> whyNot) => new(
        [.. AllGoals.Select(goal => new SizeGoalCell(goal, goals[(int)goal], whyNot(goal)))],
        largest,
        [
            .. outcomes.Index()
                .Where(cell => cell.Item > 0)
                .Select(cell => new OutcomeCount(
                    (OperationKind)(cell.Index / Outcomes), (OutcomeKind)(cell.Index % Outcomes), cell.Item)),
        ],
        [.. bands.Select((counts, measure) => new SizeDistribution((SizeMeasure)measure, BandsOf(measure, counts)))]);

    private void Count(SizeMeasure measure, long size)
    {
        var ends = Ends[(int)measure];
        var place = 0;
        while (place < ends.Length && size > ends[place])
        {
            place++;
        }

        bands[(int)measure][place]++;
    }

    private static ImmutableArray<SizeBand> BandsOf(int measure, int[] counts) =>
    [
        .. counts.Select((cases, place) => new SizeBand(
            cases, place < Ends[measure].Length ? Ends[measure][place] : null)),
    ];
}
