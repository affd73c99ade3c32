using DhpConformance.Benchmarks.Measuring;
using DhpConformance.Benchmarks.Report;
using DhpConformance.Benchmarks.Workloads;
using DhpConformance.Engine.Execution;

namespace DhpConformance.Benchmarks.Rows;

/// <summary>What checking costs on top of executing.</summary>
internal static class CheckingRows
{
    public static IEnumerable<Row> Measure(Effort effort)
    {
        using var work = new Work(DrawnCase.OfTwelveUnits(1000));
        var turns = new TakingTurns(
            effort,
            work.Reference,
            () => work.Suite(Look.AtTheEnd),
            () => work.Suite(Look.AfterEveryOperation),
            work.ModelAndReference);
        yield return Row("checking in process, 12 units, length 50, observed at the end of each sequence", 1, 3);
        yield return Row("the same, observed after every operation", 2, 6);

        Row Row(string what, int place, double bar)
        {
            var ratio = turns.Median(costs => costs[place].Seconds / costs[0].Seconds);
            var least = turns.Median(costs => costs[3].Seconds / costs[0].Seconds);
            return new(
                what,
                $"at most {bar}x the reference server executing the same operations alone",
                $"{ratio:F2}x (the bare loop of model and reference: {least:F2}x)",
                ratio <= bar);
        }
    }
}
