using System.Collections.Concurrent;
using System.Globalization;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Attribution;
using DhpConformance.Engine.Coverage;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Engine.Scopes;

namespace DhpConformance.Engine.Exhaustive;

/// <summary>Drives an implementation through every pair of a state and a request of a scope.</summary>
public static class ScopeRun
{
    /// <summary>Goes through a scope, or through a shard of it.</summary>
    /// <param name="create">Makes a server; called once for each thread, and once for the description.</param>
    /// <param name="scope">The scope.</param>
    /// <param name="options">How.</param>
    /// <param name="progress">Receives the progress; null for none.</param>
    /// <param name="cancellation">Stops; the result says where to go on.</param>
    /// <exception cref="UnusableScopeException">
    /// The scope may have more states than the options allow, or the implementation cannot be reset to it. Nothing was
    /// asked of the implementation but its description.
    /// </exception>
    /// <exception cref="ServerFaultException">No server could be made, or it does not describe itself.</exception>
    /// <exception cref="OperationCanceledException">
    /// It was stopped before it knew which states there are; nothing was asked of the implementation.
    /// </exception>
    public static ExhaustiveResult Run(
        Func<IPartitionableServer> create,
        Scope scope,
        ExhaustiveOptions options,
        IProgress<SuiteProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(scope);
        ArgumentNullException.ThrowIfNull(options);
        var description = DescriptionReader.Read(create, cancellation);
        RefuseUnusable(scope, description, options.StateLimit);
        var space = StateSpace.Explore(
            scope, description.Claims, histories: options.Histories, cancellation: cancellation);
        var turns = Enumerable.Range(0, space.Histories).Where(options.Shard.Includes).ToArray();
        var findings = new ShortestFindings();
        var coverage = new CoverageTable();
        var gate = new Lock();
        var (next, visited, failing, executed, hasHung) = (options.Visited - 1, options.Visited, 0, 0L, false);
        var cut = new ConcurrentDictionary<int, bool>();
        Workers.Run(options.Threads, Work, cancellation);

        // A turn that was cut short or whose thread did not return is repeated when the run continues.
        visited = cut.Keys.Append(visited).Min();
        return new ExhaustiveResult
        {
            Scope = scope,
            Counts = Counts(space, turns.Length, visited),
            Findings = findings.All,
            Coverage = coverage,
            Operations = executed,
            HasHung = hasHung,
            Lengths = LengthCount.Sum(
                turns[options.Visited..visited].Select(state => new LengthCount(space.DistanceOf(state), 1))),
        };

        void Work()
        {
            using var server = create();
            var reached = new CoverageTable();
            var visit = VisitWith(server, space, description.Claims, reached);

            // A turn that was taken is carried out, or cut short, so those before the first of these all were.
            while (!cancellation.IsCancellationRequested
                && Interlocked.Increment(ref next) is var turn && turn < turns.Length)
            {
                cut[turn] = true;
                if (Visit(visit, turns[turn], findings, cancellation) is not { } found)
                {
                    break;
                }

                cut.TryRemove(turn, out _);
                Interlocked.Add(ref failing, found);
                var done = Interlocked.Increment(ref visited);
                progress?.Report(new(scope.Profile.Name, done, turns.Length, failing));
            }

            lock (gate)
            {
                coverage.Add(reached);
                executed += visit.Operations;
                hasHung |= visit.HasHung;
            }
        }
    }

    private static ScopeResult Counts(StateSpace space, int share, int visited) => new(
        space.Scope.Setup.Partitionability, space.Count, space.Scope.Requests.Length, share, visited)
    {
        Histories = space.Histories,
    };

    // Null if it was cut short: whoever presses Ctrl+C ends the programs of a terminal, and that is no finding.
    private static int? Visit(
        StateVisit visit, int state, ShortestFindings findings, CancellationToken cancellation)
    {
        var found = 0;
        foreach (var finding in visit.Visit(state))
        {
            if (finding.Violation.Fault is null || !cancellation.IsCancellationRequested)
            {
                findings.Add(state, finding);
                found++;
            }
        }

        return visit.HasHung || (visit.HasBroken && cancellation.IsCancellationRequested) ? null : found;
    }

    /// <summary>Visits states with this server, and counts what is reached if there is a table for it.</summary>
    internal static StateVisit VisitWith(
        IPartitionableServer server, StateSpace space, Claims claims, CoverageTable? coverage) => new(
            space,
            new SequenceRunner(server, claims, coverage),
            new Examiner(new SequenceRunner(server, claims), space.Scope.Profile),
            claims.Has(Claim.AcceptedOperations));

    /// <summary>Refuses what cannot be gone through, before anything is done.</summary>
    internal static void RefuseUnusable(Scope scope, ImplementationDescription description, long limit)
    {
        if (ScopeFit.Problem(scope, description) is { } problem)
        {
            throw new UnusableScopeException(problem);
        }

        var estimate = ScopeEstimate.States(scope);
        if (estimate > limit)
        {
            throw new UnusableScopeException(string.Create(
                CultureInfo.InvariantCulture,
                $"Scope {scope.Name} may have up to {estimate:N0} states on {Words.Of(scope.Setup.Partitionability)} "
                + $"servers with {scope.Profile.Name}, and the limit is {limit:N0}; take out units, "
                + $"partitions or requests, or raise the limit."))
            {
                IsTooLarge = true,
            };
        }
    }
}
