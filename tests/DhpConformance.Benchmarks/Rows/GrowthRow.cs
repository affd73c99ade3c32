using DhpConformance.Benchmarks.Measuring;
using DhpConformance.Benchmarks.Report;
using DhpConformance.Benchmarks.Workloads;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Generation;
using DhpConformance.Reference;

namespace DhpConformance.Benchmarks.Rows;

/// <summary>What an operation costs on a large server.</summary>
internal static class GrowthRow
{
    private const int Length = 100_000;

    public static IEnumerable<Row> Measure(Effort effort)
    {
        using var server = new ReferenceServer();
        var claims = server.Describe().Claims;
        var runner = new SequenceRunner(server, claims);
        var decoder = new OperationDecoder(claims);
        var turns = new TakingTurns(effort, Run(64), Run(4096));
        var ratio = turns.Median(costs => costs[1].Seconds / costs[0].Seconds);
        yield return new(
            "cost per operation at 4,096 units, observed at the end of the sequence",
            "at most 2x that at 64 units",
            $"{ratio:F2}x (sequences of {Length:N0} operations)",
            ratio <= 2);

        Action Run(int units)
        {
            var setup = LargeServer.Of(units);
            return () => Sound.Demand(
                runner.Run(setup, new DecodedOperations(decoder, 1, Length), ObservationPolicy.AtTheEnd));
        }
    }
}
