using DhpConformance.Abstractions;
using DhpConformance.Model.Occasions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Coverage;

/// <summary>
/// How often each situation was reached, and each occasion arose. Counts of workers are added up, so that the order
/// in which cases ran leaves no trace.
/// </summary>
public sealed class CoverageTable
{
    private readonly long[] counts = new long[Situation.Count];
    private readonly long[] occasions = new long[Enum.GetValues<Occasion>().Length];

    /// <summary>Counts one step.</summary>
    internal void Count(in Decision decision) => counts[decision.Situation.Index]++;

    /// <summary>Counts what a step that was answered rightly put to the test.</summary>
    internal void CountOccasions(Operation operation, in Decision decision, Outcome outcome)
    {
        if (StepOccasions.MayArise(decision))
        {
            Count(StepOccasions.Of(operation, decision, outcome), decision.Before.Inventory.IsMixed);
        }
    }

    /// <summary>Counts occasions; no rule about different profiles side by side is reached by any.</summary>
    internal void Count(OccasionSet arising, bool isMixed)
    {
        if (arising.IsEmpty || isMixed)
        {
            return;
        }

        for (var rest = arising; !rest.IsEmpty; rest = rest.WithoutFirst)
        {
            occasions[(int)rest.First]++;
        }
    }

    /// <summary>Adds the counts of another table.</summary>
    public void Add(CoverageTable other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] += other.counts[i];
        }

        for (var i = 0; i < occasions.Length; i++)
        {
            occasions[i] += other.occasions[i];
        }
    }

    /// <summary>Forgets all counts.</summary>
    internal void Clear()
    {
        Array.Clear(counts);
        Array.Clear(occasions);
    }

    /// <summary>How often a rule was put to the test.</summary>
    public long Reached(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Reached is not { } precondition
            ? rule.ReachedOn.Sum(occasion => occasions[(int)occasion])
            : Cells
                .Where(cell => cell.Situation.Mixed == rule.AcrossProfiles && precondition(cell.Situation))
                .Sum(cell => cell.Count);
    }

    /// <summary>The occasions that arose, and how often.</summary>
    public IEnumerable<(Occasion Occasion, long Count)> Occasions =>
        Enum.GetValues<Occasion>()
            .Where(occasion => occasions[(int)occasion] > 0)
            .Select(occasion => (occasion, occasions[(int)occasion]));

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
}
