using DhpConformance.Benchmarks.Measuring;
using DhpConformance.Benchmarks.Report;
using DhpConformance.Benchmarks.Workloads;
using DhpConformance.Engine.Scenarios;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;

namespace DhpConformance.Benchmarks.Rows;

/// <summary>Round trips to a server in another process, against those to a bare echo.</summary>
internal static class PipeRow
{
    private const int Length = 50;
    private const int Cases = 40;

    public static IEnumerable<Row> Measure(Effort effort)
    {
        using var reference = new ReferenceServer();
        var scenario = new ScenarioGenerator(
            ProfileCatalog.Find("windows-server-2008-x64")!, reference.Describe(), Length).Make(1, 2);
        using var piped = new PipedCase(scenario.Setup, scenario.Operations);
        var turns = new TakingTurns(effort, Cost.ByTheClock, () => Many(piped.Echo), () => Many(piped.Ask));
        var ratio = turns.Median(costs => costs[0].Seconds / costs[1].Seconds);
        var each = turns.Median(costs => costs[1].Seconds / (Cases * piped.RoundTrips));
        yield return new(
            "over the pipe, observed after every operation",
            "at least half the round trips per second of a bare echo",
            $"{ratio:F2} of a bare echo of the requests ({1 / each:N0} round trips per second), by the clock",
            ratio >= 0.5);
    }

    private static void Many(Action once)
    {
        for (var i = 0; i < Cases; i++)
        {
            once();
        }
    }
}
