using System.Diagnostics;

namespace DhpConformance.Benchmarks.Measuring;

/// <summary>
/// Pieces of work that are measured in turns, round after round, so that whatever else the machine does meets all of
/// them. Figures are medians over the rounds, of quantities computed within a round.
/// </summary>
internal sealed class TakingTurns
{
    private readonly List<Cost[]> rounds = [];

    public TakingTurns(Effort effort, params Action[] works)
        : this(effort, Cost.OfProcessor, works)
    {
    }

    public TakingTurns(Effort effort, Func<Action, Cost> measure, params Action[] works)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < effort.WarmUp)
        {
            Array.ForEach(works, work => work());
        }

        for (var round = 0; round < effort.Rounds; round++)
        {
            // Back and forth, so that no work always comes after the same other one.
            var costs = new Cost[works.Length];
            for (var turn = 0; turn < works.Length; turn++)
            {
                var place = round % 2 == 0 ? turn : works.Length - 1 - turn;
                costs[place] = measure(works[place]);
            }

            rounds.Add(costs);
        }
    }

    /// <summary>The median over the rounds of something computed from the costs of one round.</summary>
    public double Median(Func<Cost[], double> figure) => Medians.Of(rounds.Select(figure));
}
