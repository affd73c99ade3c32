using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Coverage;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Generation;
using DhpConformance.Engine.Judging;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Shrinking;
using DhpConformance.Model.Profiles;

namespace DhpConformance.Engine.Campaigns;

/// <summary>
/// All cases of one profile. Which thread executes which case makes no difference: cases are drawn by number, counts
/// are added up, and of several cases that break a rule the one with the lowest number is reported.
/// </summary>
internal sealed class Campaign
{
    private readonly Func<IPartitionableServer> create;
    private readonly ImplementationDescription description;
    private readonly Profile profile;
    private readonly SuiteOptions options;
    private readonly CaseGenerator cases;
    private readonly CaseOperations operations;

    private readonly Lock gate = new();
    private readonly CoverageTable coverage = new();
    private readonly SortedDictionary<string, (int Case, Finding Finding)> findings = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, int> lengths = [];
    private int next;
    private int done;
    private int failing;
    private long executedOperations;
    private Exception? broken;

    public Campaign(
        Func<IPartitionableServer> create, ImplementationDescription description, Profile profile, SuiteOptions options)
    {
        this.create = create;
        this.description = description;
        this.profile = profile;
        this.options = options;
        var setups = new SetupGenerator(profile, NeighboursOf(profile), description);
        cases = new CaseGenerator(setups, options.Seed, OperationWeights.AllowCrowds(description.Claims));
        operations = new CaseOperations(description.Claims);
    }

    public ProfileResult Run(IProgress<SuiteProgress>? progress, CancellationToken cancellation)
    {
        var threads = Enumerable.Range(1, options.Threads - 1)
            .Select(_ => new Thread(() => TryWork(progress, cancellation)) { IsBackground = true })
            .ToList();
        threads.ForEach(thread => thread.Start());
        TryWork(progress, cancellation);
        threads.ForEach(thread => thread.Join());
        if (broken is not null)
        {
            throw new ServerFaultException(
                ServerFault.CouldNotStart,
                $"A server could not be made or given back: {broken.Message}",
                innerException: broken);
        }

        var failures = Failures();
        var rules = new RuleVerdicts(profile, description.Claims, options.Rules, coverage, failures).All();
        var verdict = Verdicts(rules, failures).Worst();
        return new ProfileResult
        {
            Profile = profile,
            Rules = rules,
            Failures = failures,
            Verdict = verdict,
            Headline = Headline.Of(profile, rules, verdict, done < options.Cases),
            Cases = done,
            Operations = executedOperations,
            Lengths = [.. lengths.Select(length => new LengthCount(length.Key, length.Value))],
            Coverage =
            [
                .. coverage.Cells.Select(cell => new CoverageCell(
                    cell.Situation.Operation,
                    cell.Situation.Kind,
                    cell.Situation.Required.ToString(),
                    cell.Situation.Static,
                    cell.Situation.NeighbourRuns,
                    cell.Situation.Mixed,
                    cell.Count)),
            ],
            Occasions = [.. coverage.Occasions.Select(cell => new OccasionCell(cell.Occasion, cell.Count))],
        };
    }

    // A failure of no rule leaves every rule its verdict, and yet nobody may call such an implementation conformant;
    // nor may they after a run that was interrupted.
    private IEnumerable<Verdict> Verdicts(ImmutableArray<RuleResult> rules, ImmutableArray<Failure> failures) =>
    [
        .. rules.Select(rule => rule.Verdict),
        .. failures.Where(failure => failure.Rule is null).Select(_ => Verdict.Error),
        done < options.Cases ? Verdict.Inconclusive : Verdict.Pass,
    ];

    // An exception that leaves a thread would end the process.
    private void TryWork(IProgress<SuiteProgress>? progress, CancellationToken cancellation)
    {
        try
        {
            Work(progress, cancellation);
        }
        catch (Exception exception)
        {
            broken = exception;
        }
    }

    private void Work(IProgress<SuiteProgress>? progress, CancellationToken cancellation)
    {
        using var server = create();
        var reached = new CoverageTable();
        var runner = new SequenceRunner(server, description.Claims, reached);
        var examiner = new Examiner(new SequenceRunner(server, description.Claims), profile);
        var executed = 0L;
        var drawnLengths = new Dictionary<int, int>();
        while (!cancellation.IsCancellationRequested)
        {
            var first = (Interlocked.Increment(ref next) - 1) * CaseGenerator.Batch;
            if (first >= options.Cases)
            {
                break;
            }

            var last = Math.Min(first + CaseGenerator.Batch, options.Cases);
            var batch = cases.Generate(first / CaseGenerator.Batch);
            for (var number = first; number < last; number++)
            {
                var drawn = batch[number - first];
                var source = operations.Of(drawn, options.Length);
                var violation = runner.Run(drawn.Setup, source, drawn.Look);
                executed += runner.Executed.Count;
                drawnLengths[runner.Executed.Count] = drawnLengths.GetValueOrDefault(runner.Executed.Count) + 1;
                if (violation is not null)
                {
                    Found(number, drawn, runner, examiner, violation);
                }
            }

            Interlocked.Add(ref done, last - first);
            progress?.Report(new(profile.Name, done, options.Cases, failing));
        }

        lock (gate)
        {
            coverage.Add(reached);
            executedOperations += executed;
            foreach (var (length, count) in drawnLengths)
            {
                lengths[length] = lengths.GetValueOrDefault(length) + count;
            }
        }
    }

    private void Found(int number, Case drawn, SequenceRunner runner, Examiner examiner, Violation violation)
    {
        var trial = new Trial(drawn.Setup, [.. runner.Executed], drawn.Look);
        Interlocked.Increment(ref failing);
        if (violation.Rule is { } seen && drawn.Look == Look.AfterEveryOperation && IsKnown(seen, number, drawn))
        {
            return;
        }

        // What fails once and not again is still a violation: it is reported as found, and as not reproduced.
        if (examiner.Examine(trial) is not { } finding)
        {
            if (trial.Setup.Partitions.All(partition => partition.Profile == profile))
            {
                Keep(number, new Finding(trial, violation));
            }

            return;
        }

        Keep(number, finding);
    }

    // Examining each of hundreds of cases that fail alike would cost more than running them.
    private bool IsKnown(string rule, int number, Case drawn)
    {
        lock (gate)
        {
            return findings.TryGetValue(rule, out var known) && known.Case < number
                && drawn.Setup.Partitions.All(partition => partition.Profile == profile);
        }
    }

    private void Keep(int number, Finding finding)
    {
        var rule = finding.Violation.Rule ?? "";
        lock (gate)
        {
            if (!findings.TryGetValue(rule, out var known) || number < known.Case)
            {
                findings[rule] = (number, finding);
            }
        }
    }

    private ImmutableArray<Failure> Failures()
    {
        if (findings.Count == 0)
        {
            return [];
        }

        using var server = create();
        var wanted = findings.Where(found => found.Key.Length == 0 || IsWanted(found.Key));
        return
        [
            .. wanted.Select(found => Explain(server, found.Value.Case, found.Value.Finding))
                .OrderBy(failure => failure.Rule is null)
                .ThenBy(failure => RuleVerdicts.Place(failure.Rule)),
        ];
    }

    private Failure Explain(IPartitionableServer server, int number, Finding finding)
    {
        var examiner = new Examiner(new SequenceRunner(server, description.Claims), profile);
        var small = options.Shrink ? new SequenceShrinker(examiner).Shrink(finding) : finding;
        var trials = examiner.Executions;
        var again = examiner.Examine(small.Trial);
        var witness = new Witness(server);
        witness.Watch(small.Trial);
        return new Failure
        {
            Rule = small.Violation.Rule,
            Case = number,
            FoundAfter = finding.Trial.Operations.Length,
            ShrinkTrials = trials,
            Look = small.Trial.Look,
            Setup = small.Trial.Setup,
            Operations = small.Trial.Operations,
            Subject = small.Violation.Subject,
            Expected = small.Violation.Expected,
            Observed = small.Violation.Observed,
            Evidence = small.Violation.Evidence,
            Answers = witness.Answers,
            Seen = witness.Seen,
            Reproduced = again?.Violation.Rule == small.Violation.Rule && again is not null,
        };
    }

    private bool IsWanted(string rule) =>
        options.Rules.IsEmpty || options.Rules.Contains(rule, StringComparer.OrdinalIgnoreCase);

    internal static ImmutableArray<Profile> NeighboursOf(Profile profile) =>
        [
            .. ProfileCatalog.All.Where(other =>
                other.Name != profile.Name && other.Architecture == profile.Architecture),
        ];
}
