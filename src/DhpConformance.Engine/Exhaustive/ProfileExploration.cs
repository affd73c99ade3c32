using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Attribution;
using DhpConformance.Engine.Coverage;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Findings;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Engine.Verdicts;

namespace DhpConformance.Engine.Exhaustive;

/// <summary>Goes through a scope with one profile, on each kind of server.</summary>
internal sealed class ProfileExploration(
    Func<IPartitionableServer> create,
    Claims claims,
    Profile profile,
    ExhaustiveSuiteOptions options,
    RunSettings settings)
{
    /// <summary>Whether it was given up, since too many requests were not answered in time.</summary>
    public bool HasHung { get; private set; }

    public ProfileResult Run(
        ImmutableArray<Partitionability> servers, IProgress<SuiteProgress>? progress, CancellationToken cancellation)
    {
        var earlier = options.Earlier?.Profiles.FirstOrDefault(one => one.Profile.Name == profile.Name);
        var parts = new List<ExhaustiveResult>();
        foreach (var kind in servers)
        {
            var visited = earlier?.Scopes?.FirstOrDefault(scope => scope.Server == kind)?.Visited ?? 0;
            if (HasHung || (visited == 0 && cancellation.IsCancellationRequested))
            {
                break;
            }

            var how = new ExhaustiveOptions
            {
                Threads = options.Threads,
                StateLimit = options.StateLimit,
                Shard = options.Shard,
                Visited = visited,
            };
            try
            {
                parts.Add(ScopeRun.Run(
                    create, options.Scope.For(profile, kind), how, progress, cancellation));
                HasHung = parts[^1].HasHung;
            }
            catch (OperationCanceledException)
            {
                break;
            }
        }

        var now = Result(parts);
        return earlier is null
            ? now
            : ExploredProfile.Conclude(
                ExploredProfile.Add(earlier, now) with { Scopes = Scopes(now, earlier) }, claims, settings);
    }

    // Whoever goes on and stops at once must not lose what was known before.
    private static ImmutableArray<ScopeResult> Scopes(ProfileResult now, ProfileResult earlier)
    {
        var scopes = now.Scopes ?? [];
        return [.. scopes, .. (earlier.Scopes ?? []).Where(one => scopes.All(scope => scope.Server != one.Server))];
    }

    private ProfileResult Result(List<ExhaustiveResult> parts)
    {
        var coverage = new CoverageTable();
        parts.ForEach(part => coverage.Add(part.Coverage));
        return ExploredProfile.Conclude(
            new ProfileResult
            {
                Profile = profile,
                Headline = "",
                Verdict = Verdict.Inconclusive,
                Cases = parts.Sum(part => part.Lengths.Sum(length => length.Cases)),
                Operations = parts.Sum(part => part.Operations),
                Lengths = LengthCount.Sum(parts.SelectMany(part => part.Lengths)),
                Rules = RuleVerdicts.Reached(coverage, TraitApplicability.In(profile, claims.Traits)),
                Stopped = HasHung
                    ? $"No more states were visited, since {CaseLedger.MostHangs} requests were not answered in time."
                    : null,
                Failures = ExploredProfile.Shortest(parts.SelectMany(Failures)),
                Coverage = [.. coverage.Cells.Select(CoverageCell.Of)],
                CoverageGoals = [.. coverage.CoverageGoals.Select(
                    cell => new CoverageGoalCell(cell.CoverageGoal, cell.Count))],
                Scopes = [.. parts.Select(part => part.Counts)],
            },
            claims,
            settings);
    }

    private IEnumerable<Failure> Failures(ExhaustiveResult part)
    {
        if (part.Findings.IsEmpty)
        {
            yield break;
        }

        using var server = create();
        var examiner = new Examiner(new SequenceRunner(server, claims), profile);
        foreach (var (state, finding) in part.Findings)
        {
            var failure = FailureRecord.Reproduced(server, examiner, finding) with { Case = state };
            yield return failure with { OneOff = finding.Violation.Fault is not null && !failure.Reproduced };
        }
    }
}
