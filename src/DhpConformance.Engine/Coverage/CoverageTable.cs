using DhpConformance.Abstractions;
using DhpConformance.Model.CoverageGoals;
using DhpConformance.Model.Rules;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Coverage;

/// <summary>
/// How often each situation was reached, and each coverage goal arose. Counts of workers are added up, so that the
/// order in which cases ran leaves no trace.
/// </summary>
public sealed class CoverageTable
{
    private readonly long[] counts = new long[Situation.Count];
    private readonly long[] goals = new long[Enum.GetValues<CoverageGoal>().Length];
    private readonly long[] traits = new long[Enum.GetValues<Trait>().Length];
    private readonly int[] firstOfCounts = new int[Situation.Count];
    private readonly int[] firstOfGoals = new int[Enum.GetValues<CoverageGoal>().Length];

    /// <summary>The number of the case that is counted.</summary>
    internal int Case { get; set; }

    /// <summary>Counts one step.</summary>
    internal void Count(in Decision decision)
    {
        if (counts[decision.Situation.Index]++ == 0)
        {
            firstOfCounts[decision.Situation.Index] = Case;
        }
    }

    /// <summary>Counts what a step that was answered rightly put to the test.</summary>
    internal void CountGoals(Operation operation, in Decision decision, Outcome outcome)
    {
        if (StepGoals.MayArise(decision))
        {
            Count(StepGoals.Of(operation, decision, outcome), decision.Before.Inventory.IsMixed);
        }
    }

    /// <summary>Counts coverage goals; no rule about different profiles side by side is reached by any.</summary>
    internal void Count(CoverageGoalSet arising, bool isMixed)
    {
        if (arising.IsEmpty || isMixed)
        {
            return;
        }

        for (var rest = arising; !rest.IsEmpty; rest = rest.WithoutFirst)
        {
            if (goals[(int)rest.First]++ == 0)
            {
                firstOfGoals[(int)rest.First] = Case;
            }
        }
    }

    /// <summary>Counts traits that were shown.</summary>
    internal void Count(List<Trait> shown)
    {
        foreach (var trait in shown)
        {
            traits[(int)trait]++;
        }
    }

    /// <summary>Adds the counts of another table, of later cases.</summary>
    public void Add(CoverageTable other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var i = 0; i < counts.Length; i++)
        {
            firstOfCounts[i] = counts[i] == 0 ? other.firstOfCounts[i] : firstOfCounts[i];
            counts[i] += other.counts[i];
        }

        for (var i = 0; i < goals.Length; i++)
        {
            firstOfGoals[i] = goals[i] == 0 ? other.firstOfGoals[i] : firstOfGoals[i];
            goals[i] += other.goals[i];
        }

        for (var i = 0; i < traits.Length; i++)
        {
            traits[i] += other.traits[i];
        }
    }

    /// <summary>All counts that are not 0.</summary>
    internal CoverageCounts Counts() => new(
        [.. counts.Index().Where(one => one.Item > 0).Select(one => new NumberedCount(
            one.Index, one.Item, firstOfCounts[one.Index]))],
        [.. goals.Index().Where(one => one.Item > 0).Select(one => new NumberedCount(
            one.Index, one.Item, firstOfGoals[one.Index]))],
        [.. traits.Index().Where(one => one.Item > 0).Select(one => new NumberedCount(one.Index, one.Item, 0))]);

    /// <summary>Takes counts over that were written down, into an empty table.</summary>
    internal void Take(CoverageCounts written)
    {
        foreach (var one in written.Situations)
        {
            (counts[one.Number], firstOfCounts[one.Number]) = (one.Count, one.First);
        }

        foreach (var one in written.Goals)
        {
            (goals[one.Number], firstOfGoals[one.Number]) = (one.Count, one.First);
        }

        foreach (var one in written.Traits)
        {
            traits[one.Number] = one.Count;
        }
    }

    /// <summary>Forgets all counts.</summary>
    internal void Clear()
    {
        Array.Clear(counts);
        Array.Clear(goals);
        Array.Clear(traits);
    }

    /// <summary>How often a rule was put to the test.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="declared">
    /// The declared traits that can show: a rule about traits is put to the test as often as the rarest was shown.
    /// </param>
    public long Reached(Rule rule, Traits declared = default)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.IsAboutTraits ? declared.Select(trait => traits[(int)trait]).DefaultIfEmpty(0).Min()
            : rule.Reached is not { } precondition
            ? rule.ReachedOn.Sum(goal => goals[(int)goal])
            : Cells
                .Where(cell => cell.Situation.Mixed == rule.AcrossProfiles && precondition(cell.Situation))
                .Sum(cell => cell.Count);
    }

    /// <summary>The first case that put a rule to the test; null for none. Not known of a rule about traits.</summary>
    internal int? FirstCase(Rule rule) => rule.IsAboutTraits ? null
        : rule.Reached is { } precondition
        ? First(Enumerable.Range(0, counts.Length)
            .Where(i => counts[i] > 0 && Situation.At(i) is var situation
                && situation.Mixed == rule.AcrossProfiles && precondition(situation))
            .Select(i => firstOfCounts[i]))
        : First(rule.ReachedOn.Where(goal => goals[(int)goal] > 0).Select(goal => firstOfGoals[(int)goal]));

    /// <summary>The coverage goals that arose, and how often.</summary>
    public IEnumerable<(CoverageGoal CoverageGoal, long Count)> CoverageGoals =>
        Enum.GetValues<CoverageGoal>()
            .Where(goal => goals[(int)goal] > 0)
            .Select(goal => (goal, goals[(int)goal]));

    /// <summary>The situations that were reached, and how often.</summary>
    public IEnumerable<(Situation Situation, long Count)> Cells
    {
        get
        {
            for (var i = 0; i < counts.Length; i++)
            {
                if (counts[i] > 0)
                {
                    yield return (Situation.At(i), counts[i]);
                }
            }
        }
    }

    private static int? First(IEnumerable<int> cases) => cases.Select(one => (int?)one).Min();
}
