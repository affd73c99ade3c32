using DhpConformance.Model.Rules;
using DhpConformance.Model.Transitions;

namespace DhpConformance.Engine.Coverage;

/// <summary>
/// How often each situation was reached. Counts of workers are added up, so that the order in which cases ran
/// leaves no trace.
/// </summary>
public sealed class CoverageTable
{
    private readonly long[] counts = new long[Situation.Count];

    /// <summary>Counts one step.</summary>
    internal void Count(in Decision decision) => counts[decision.Situation.Index]++;

    /// <summary>Adds the counts of another table.</summary>
    public void Add(CoverageTable other)
    {
        ArgumentNullException.ThrowIfNull(other);
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] += other.counts[i];
        }
    }

    /// <summary>How often a rule was put to the test.</summary>
    public long Reached(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return rule.Reached is not { } precondition ? 0 : Cells
            .Where(cell => cell.Situation.Mixed == rule.AcrossProfiles && precondition(cell.Situation))
            .Sum(cell => cell.Count);
    }

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
