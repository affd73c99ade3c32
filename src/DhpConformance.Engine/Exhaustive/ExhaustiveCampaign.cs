using DhpConformance.Abstractions;
using DhpConformance.Engine.Coverage;
using DhpConformance.Engine.Execution;

namespace DhpConformance.Engine.Exhaustive;

/// <summary>Drives an implementation through every pair of a state and a request of a scope.</summary>
public static class ExhaustiveCampaign
{
    /// <summary>Goes through a scope, or through a shard of it.</summary>
    /// <param name="create">Makes a server; called once for each thread.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Is told how many states were visited; null for nobody.</param>
    /// <param name="cancellation">Stops; the result says where to go on.</param>
    /// <exception cref="InvalidOperationException">The scope has more states than the options allow.</exception>
    public static ExhaustiveResult Run(
        Func<IPartitionableServer> create,
        Scope scope,
        ExhaustiveOptions options,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(options);
        Claims claims;
        using (var server = create())
        {
            claims = server.Describe().Claims;
        }

        var space = StateSpace.Explore(scope, claims, options.StateLimit);
        var findings = new ShortestFindings();
        var coverage = new CoverageTable();
        var gate = new Lock();
        var turn = -1;
        var visited = 0;
        Parallel(options.Threads, Work);
        return new ExhaustiveResult
        {
            Scope = scope,
            States = space.Count,
            Visited = visited,
            Next = Math.Min(space.Count, FirstOf(turn + 1)),
            Findings = findings.All,
            Coverage = coverage,
        };

        int FirstOf(int place) => options.From + options.Shard + (place * options.Shards);

        void Work()
        {
            using var server = create();
            var reached = new CoverageTable();
            var visit = new StateVisit(space, new SequenceRunner(server, claims, reached));
            while (!cancellation.IsCancellationRequested)
            {
                var state = FirstOf(Interlocked.Increment(ref turn));
                if (state >= space.Count)
                {
                    break;
                }

                foreach (var finding in visit.Visit(state))
                {
                    findings.Add(finding, state);
                }

                var sofar = Interlocked.Increment(ref visited);
                progress?.Report(sofar);
            }

            lock (gate)
            {
                coverage.Add(reached);
            }
        }
    }

    private static void Parallel(int count, ThreadStart work)
    {
        var threads = Enumerable.Range(1, count - 1).Select(_ => new Thread(work) { IsBackground = true }).ToList();
        threads.ForEach(thread => thread.Start());
        work();
        threads.ForEach(thread => thread.Join());
    }
}
