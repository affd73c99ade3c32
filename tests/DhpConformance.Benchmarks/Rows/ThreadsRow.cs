using System.Text.Json;
using DhpConformance.Benchmarks.Measuring;
using DhpConformance.Benchmarks.Report;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;

namespace DhpConformance.Benchmarks.Rows;

/// <summary>What a second thread is worth.</summary>
internal static class ThreadsRow
{
    private const double Bar = 1.8;

    public static IEnumerable<Row> Measure(Effort effort)
    {
        var one = new SuiteOptions { Profiles = ProfileCatalog.All, Cases = 2000 };
        var two = one with { Threads = 2 };
        var same = Report(one) == Report(two);
        var turns = new TakingTurns(
            effort,
            Cost.ByTheClock,
            () => Run(one),
            () => Run(two),
            () => Spin(1),
            () => Spin(2));
        var ratio = turns.Median(costs => costs[0].Seconds / costs[1].Seconds);
        var possible = turns.Median(costs => 2 * costs[2].Seconds / costs[3].Seconds);
        yield return new(
            "two threads, by the clock",
            $"at least {Bar}x one thread, same verdicts and same report",
            $"{ratio:F2}x where two idle loops reach {possible:F2}x; {(same ? "same report" : "ANOTHER REPORT")}",
            !same ? false : ratio >= Bar ? true : possible < Bar + 0.1 ? null : false);
    }

    private static RunResults Run(SuiteOptions options) =>
        ConformanceSuite.Run(() => new ReferenceServer(), options);

    private static string Report(SuiteOptions options) =>
        JsonSerializer.Serialize(Run(options) with { Times = new(default, 0, 0) }, ResultsJson.Default.RunResults);

    // Work that needs nothing but a processor: how much of a second one is there to be had just now?
    private static void Spin(int threads)
    {
        var others = Enumerable.Range(1, threads).Select(_ => new Thread(() => Count(300_000_000))).ToList();
        others.ForEach(thread => thread.Start());
        others.ForEach(thread => thread.Join());
    }

    private static ulong Count(int steps)
    {
        var sum = 1UL;
        for (var i = 0; i < steps; i++)
        {
            sum = (sum * 6364136223846793005) + (ulong)i;
        }

        return sum;
    }
}
