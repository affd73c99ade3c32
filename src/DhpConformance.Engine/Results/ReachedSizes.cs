using System.Collections.Immutable;
using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.Results;

/// <summary>At which sizes the cases of a profile have put anything to the test, and how often they did what.</summary>
/// <param name="Goals">In how many cases each size was reached, in order of declaration.</param>
/// <param name="Largest">The largest of everything.</param>
/// <param name="Outcomes">How operations were answered, in order of operation and outcome; none that is 0.</param>
/// <param name="Distributions">How sizes are distributed over cases, in order of what they are of.</param>
public sealed record ReachedSizes(
    ImmutableArray<SizeGoalCell> Goals,
    LargestSizes Largest,
    ImmutableArray<OutcomeCount> Outcomes,
    ImmutableArray<SizeDistribution> Distributions)
{
    /// <summary>The size that a rule asks for and no case has reached; null if there is none.</summary>
    public SizeGoalCell? Missing(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return Goals.FirstOrDefault(cell => cell.IsMissing && rule.ReachedAt.Contains(cell.Goal));
    }

    /// <summary>Adds up what the shares of a run have reached.</summary>
    internal static ReachedSizes Sum(IReadOnlyList<ReachedSizes> parts) => new(
        [.. parts[0].Goals.Select(cell => cell with { Cases = parts.Sum(part => Cases(part, cell.Goal)) })],
        parts.Select(part => part.Largest).Aggregate((one, other) => one.Or(other)),
        [
            .. parts.SelectMany(part => part.Outcomes)
                .GroupBy(cell => (cell.Operation, cell.Outcome))
                .OrderBy(same => same.Key)
                .Select(same => new OutcomeCount(same.Key.Operation, same.Key.Outcome, same.Sum(cell => cell.Count))),
        ],
        [
            .. parts.SelectMany(part => part.Distributions)
                .GroupBy(distribution => distribution.Of)
                .OrderBy(same => same.Key)
                .Select(same => new SizeDistribution(same.Key, Sum(same.Select(one => one.Bands)))),
        ]);

    private static int Cases(ReachedSizes part, SizeGoal goal) =>
        part.Goals.Where(cell => cell.Goal == goal).Sum(cell => cell.Cases);

    private static ImmutableArray<SizeBand> Sum(IEnumerable<ImmutableArray<SizeBand>> parts) =>
    [
        .. parts.SelectMany(bands => bands)
            .GroupBy(band => band.To)
            .OrderBy(same => same.Key ?? long.MaxValue)
            .Select(same => new SizeBand(same.Sum(band => band.Cases), same.Key)),
    ];
}
