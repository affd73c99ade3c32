using DhpConformance.Abstractions;
using DhpConformance.Benchmarks.Measuring;
using DhpConformance.Benchmarks.Report;
using DhpConformance.Benchmarks.Workloads;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Generation;
using DhpConformance.Model.State;
using DhpConformance.Reference;

namespace DhpConformance.Benchmarks.Rows;

/// <summary>What a sequence keeps in memory while it runs, apart from the log of its operations.</summary>
internal static class MemoryRow
{
    private const int Early = 1_000;
    private const int Late = 100_000;
    private const int Tolerance = 64 * 1024;

    public static IEnumerable<Row> Measure(Effort effort) =>
        [Of(ObservationPolicy.AtTheEnd), Of(ObservationPolicy.AfterEveryOperation)];

    private static Row Of(ObservationPolicy look)
    {
        using var server = new ReferenceServer();
        var claims = server.Describe().Claims;
        var runner = new SequenceRunner(server, claims);
        var weighed = new Dictionary<int, long>();
        var decoded = new DecodedOperations(new OperationDecoder(claims), 1, Late + 1);
        var source = new Weighing(decoded, runner, weighed);
        Sound.Demand(runner.Run(LargeServer.Of(64), source, look));
        var growth = weighed[Late] - weighed[Early];
        var looked = look == ObservationPolicy.AtTheEnd ? "at the end" : "after every operation";
        return new(
            $"memory of a sequence of {Late:N0} operations, apart from the log, observed {looked}",
            "constant",
            $"{growth / 1024.0:F1} kB more after {Late:N0} operations than after {Early:N0}",
            growth < Tolerance);
    }

    /// <summary>Weighs what is reachable at two moments, less the log.</summary>
    private sealed class Weighing(IOperationSource source, SequenceRunner runner, Dictionary<int, long> weighed)
        : IOperationSource
    {
        public Operation? Next(ServerState state)
        {
            if (runner.Executed.Count is Early or Late)
            {
                var all = GC.GetTotalMemory(forceFullCollection: true);
                weighed[runner.Executed.Count] = all - WeightOf((List<Operation>)runner.Executed);
            }

            return source.Next(state);
        }

        // A copy of the log weighs as much as the log.
        private static long WeightOf(List<Operation> log)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var copy = new List<Operation>(log.Capacity);
            log.ForEach(operation => copy.Add(operation with { }));
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }
}
