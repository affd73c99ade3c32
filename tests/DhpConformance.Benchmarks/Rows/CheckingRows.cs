using DhpConformance.Benchmarks.Measuring;
using DhpConformance.Benchmarks.Report;
using DhpConformance.Benchmarks.Workloads;
using DhpConformance.Engine.Cases;

namespace DhpConformance.Benchmarks.Rows;

/// <summary>What checking costs on top of executing.</summary>
internal static class CheckingRows
{
    public static IEnumerable<Row> Measure(Effort effort) =>
        Measure(effort, withConsumers: false).Concat(Measure(effort, withConsumers: true));

    private static IEnumerable<Row> Measure(Effort effort, bool withConsumers)
    {
        using var work = new Work(DrawnCase.OfTwelveUnits(1000, withConsumers));
        var turns = new TakingTurns(
            effort,
            () => work.Reference(look: null),
            work.ModelAndReference,
            () => work.Reference(ObservationPolicy.AtTheEnd),
            () => work.Suite(ObservationPolicy.AtTheEnd),
            () => work.Reference(ObservationPolicy.AfterEveryOperation),
            () => work.Suite(ObservationPolicy.AfterEveryOperation));
        var consumers = withConsumers ? "with consumers" : "without consumers";
        yield return Row($"checking in process, 12 units, length 50, {consumers}, observed at the end", 3, 3);
        yield return Row($"the same, {consumers}, observed after every operation", 5, 6);

        Row Row(string what, int place, double bar)
        {
            var ratio = turns.Median(costs => costs[place].Seconds / costs[0].Seconds);
            var least = turns.Median(costs => costs[1].Seconds / costs[0].Seconds);
            var observing = turns.Median(costs => costs[place - 1].Seconds / costs[0].Seconds);
            return new(
                what,
                $"at most {bar}x the reference server executing the same operations alone",
                $"{ratio:F2}x (the reference server observed as often, but not checked: {observing:F2}x; "
                    + $"the bare loop of model and reference: {least:F2}x)",
                ratio <= bar);
        }
    }
}
