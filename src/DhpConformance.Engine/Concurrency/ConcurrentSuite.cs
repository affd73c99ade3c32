using System.Collections.Immutable;
using System.Diagnostics;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Generation;
using DhpConformance.Engine.Linearizability;
using DhpConformance.Engine.Results;
using DhpConformance.Model.Concurrency;

namespace DhpConformance.Engine.Concurrency;

/// <summary>Judges what a server does with requests of several clients at once.</summary>
public static class ConcurrentSuite
{
    /// <summary>Judges an implementation.</summary>
    /// <param name="create">Makes a server.</param>
    /// <param name="options">What to do.</param>
    /// <param name="cancellation">Ends it after the round that is under way.</param>
    /// <exception cref="ServerFaultException">The server does not describe itself.</exception>
    /// <exception cref="NotSupportedException">
    /// The server takes requests of one client only; the message is a sentence.
    /// </exception>
    public static ConcurrentResults Run(
        Func<IPartitionableServer> create, ConcurrentSuiteOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Clients, ConcurrentSuiteOptions.FewestClients);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Clients, ConcurrentSuiteOptions.MostClients);
        var description = DescriptionReader.Read(create, cancellation);
        var runs = options.Profiles.Select(profile => new ProfileRun(create, description, profile, options));
        return new(description, [.. runs.Select(run => run.Run(cancellation))]) { Options = options };
    }

    // Each of them is waited for.
    private const int MostSilentCases = 3;

    private sealed class ProfileRun(
        Func<IPartitionableServer> create,
        ImplementationDescription description,
        Profile profile,
        ConcurrentSuiteOptions options)
    {
        private readonly Dictionary<string, ConcurrentFailure> failures = [];
        private readonly Dictionary<string, int> conflicts = [];
        private readonly Dictionary<string, int> occasions = [];
        private IConcurrentServer? server;
        private string? fault;
        private string? stopped;
        private int cases;
        private int rounds;
        private int calls;
        private int failing;
        private int silent;

        public ConcurrentProfileResult Run(CancellationToken cancellation)
        {
            var clock = Stopwatch.StartNew();
            while (cases < options.Cases && !IsEnough && fault is null && stopped is null)
            {
                if (cancellation.IsCancellationRequested)
                {
                    stopped = $"It was interrupted after {cases} of {options.Cases} cases.";
                    break;
                }

                RunCase(cancellation);
            }

            server?.Dispose();
            return new(
                profile,
                cases,
                rounds,
                calls,
                conflicts.ToImmutableSortedDictionary(StringComparer.Ordinal),
                [.. ConcurrencyRuleCatalog.All.Select(rule => Judged(rule.Id))],
                [
                    .. failures.Values.OrderBy(failure => failure.Rule, StringComparer.Ordinal)
                        .Select(failure => options.Shrink ? failure.Shrunk() : failure),
                ])
            {
                Fault = fault,
                Stopped = stopped,
                Elapsed = clock.Elapsed,
            };
        }

        private bool IsEnough => failing >= options.MostFailingCases || silent >= MostSilentCases
            || (options.Until is { } rule && failures.ContainsKey(rule));

        private void RunCase(CancellationToken cancellation)
        {
            server ??= ConcurrentServers.Make(create);
            var one = new ConcurrentCase(server, description, profile, options);
            var end = one.Run(RandomSource.Mix(options.Seed + ((ulong)cases * RandomSource.Gamma)), cancellation);
            var history = one.History;
            cases++;
            rounds += one.Rounds;
            calls += history.Calls.Length;
            Add(conflicts, new CallOverlaps(history.Calls).Conflicts());
            Add(occasions, RuleOccasions.Of(history));
            if (cancellation.IsCancellationRequested && end is { Rule: null } or { Rule: "LIN-10" })
            {
                // The same key press may have ended the server.
                return;
            }

            fault = end.Fault;
            if (end.Rule is { } rule)
            {
                failing++;
                silent += end.Result is null && !one.IsDeadlocked ? 1 : 0;
                var before = failures.GetValueOrDefault(rule);
                var failure = new ConcurrentFailure(rule, history, end.Result, (before?.Cases ?? 0) + 1)
                {
                    Silence = end.Silence,
                };
                failures[rule] = before is null || history.Calls.Length < before.History.Calls.Length
                    ? failure
                    : before with { Cases = failure.Cases };
            }
            else if (end.Result is { } result)
            {
                stopped = result.Doubt;
            }

            if (one.IsStuck)
            {
                server = null;
            }
        }

        private ConcurrentRuleResult Judged(string rule)
        {
            var count = occasions.GetValueOrDefault(rule);
            return new(
                rule,
                failures.ContainsKey(rule) ? Verdict.Fail
                    : RuleOccasions.IsBeyond(rule, profile) ? Verdict.NotApplicable
                    : count < ConcurrentProfileResult.FewestOccasions ? Verdict.Inconclusive
                    : Verdict.Pass,
                count);
        }

        private static void Add(Dictionary<string, int> sum, IReadOnlyDictionary<string, int> counts)
        {
            foreach (var (key, count) in counts)
            {
                sum[key] = sum.GetValueOrDefault(key) + count;
            }
        }
    }
}
