using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Coverage;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Generation;
using DhpConformance.Engine.Judging;
using DhpConformance.Engine.Results;
using DhpConformance.Model.Profiles;

namespace DhpConformance.Engine.Campaigns;

/// <summary>
/// All cases of one profile. Which thread executes which case makes no difference: cases are drawn by number, counts
/// are added up, and of several cases that break a rule the one with the lowest number is reported.
/// </summary>
internal sealed class Campaign
{
    // Each costs a deadline, and so does doing it again: after these nobody needs to wait for more of them.
    private const int MostHangs = 3;

    private readonly Func<IPartitionableServer> create;
    private readonly ImplementationDescription description;
    private readonly Profile profile;
    private readonly SuiteOptions options;
    private readonly CaseGenerator cases;
    private readonly CaseOperations operations;
    private readonly int planned;

    private readonly Lock gate = new();
    private readonly CoverageTable coverage = new();
    private readonly SortedDictionary<string, (int Case, Finding Finding)> findings = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, (int Case, Finding Finding)> oneOffs = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, int> lengths = [];
    private int next;
    private int done;
    private int failing;
    private int hangs;
    private long executedOperations;

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
        planned = options.CasesOfShard;
    }

    public ProfileResult Run(IProgress<SuiteProgress>? progress, CancellationToken cancellation)
    {
        Workers.Run(options.Threads, () => Work(progress, cancellation));
        var failures = Failures(cancellation);
        var rules = new RuleVerdicts(profile, description.Claims, options.Rules, coverage.Reached, failures).All();
        var verdict = RuleVerdicts.Worst(rules, failures, complete: done >= planned);
        return new ProfileResult
        {
            Profile = profile,
            Rules = rules,
            Failures = failures,
            Verdict = verdict,
            Headline = Headline.Of(profile, rules, verdict, done < planned, options.Shard, options.Rules),
            Cases = done,
            Operations = executedOperations,
            Lengths = [.. lengths.Select(length => new LengthCount(length.Key, length.Value))],
            Coverage = [.. coverage.Cells.Select(CoverageCell.Of)],
            Occasions = [.. coverage.Occasions.Select(cell => new OccasionCell(cell.Occasion, cell.Count))],
        };
    }

    private bool HangsTooOften => Volatile.Read(ref hangs) >= MostHangs;

    private void Work(IProgress<SuiteProgress>? progress, CancellationToken cancellation)
    {
        using var server = create();
        var reached = new CoverageTable();
        var runner = new SequenceRunner(server, description.Claims, reached);
        var examiner = new Examiner(new SequenceRunner(server, description.Claims), profile);
        var executed = 0L;
        var drawnLengths = new Dictionary<int, int>();
        while (!cancellation.IsCancellationRequested && !HangsTooOften)
        {
            var place = Interlocked.Increment(ref next) - 1;
            var first = place * CaseGenerator.Batch;
            if (first >= options.Cases)
            {
                break;
            }

            if (!options.Shard.Includes(place))
            {
                continue;
            }

            var last = Math.Min(first + CaseGenerator.Batch, options.Cases);
            var batch = cases.Generate(place);
            var number = first;

            // Within a batch, too: with a slow server one takes minutes.
            for (; number < last && !HangsTooOften && !cancellation.IsCancellationRequested; number++)
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

            Interlocked.Add(ref done, number - first);
            progress?.Report(new(profile.Name, done, planned, failing));
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
        if (violation.Fault == ServerFault.DeadlineMissed)
        {
            Interlocked.Increment(ref hangs);
        }

        if (violation.Rule is { } seen && drawn.Look == Look.AfterEveryOperation && IsKnown(seen, number, drawn))
        {
            return;
        }

        if (examiner.Examine(trial) is { } finding)
        {
            Keep(findings, number, finding);
            return;
        }

        // What is wrong once and not again is still a violation: it is reported as found, and as not reproduced. What
        // breaks once is none: a process may be killed, and a machine may be busy.
        if (violation.Fault is not null)
        {
            Keep(oneOffs, number, new Finding(trial, violation));
        }
        else if (trial.Setup.Partitions.All(partition => partition.Profile == profile))
        {
            Keep(findings, number, new Finding(trial, violation));
        }
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

    private void Keep(SortedDictionary<string, (int Case, Finding Finding)> kept, int number, Finding finding)
    {
        var rule = finding.Violation.Rule ?? "";
        lock (gate)
        {
            if (!kept.TryGetValue(rule, out var known) || number < known.Case)
            {
                kept[rule] = (number, finding);
            }
        }
    }

    // Several findings may come of one leak, which is told once.
    private ImmutableArray<Failure> Failures(CancellationToken cancellation)
    {
        var explanation = new Explanation(
            create, description.Claims, profile, options, cases, operations, cancellation);
        return
        [
            .. findings.Where(found => IsWanted(found.Key))
                .Select(found => explanation.Of(found.Value.Case, found.Value.Finding))
                .Concat(oneOffs.Where(found => IsWanted(found.Key) && !findings.ContainsKey(found.Key))
                    .Select(found => Explanation.OfOneOff(found.Value.Case, found.Value.Finding)))
                .GroupBy(failure => failure.Rule)
                .Select(same => same.MinBy(failure => (failure.OneOff, failure.Case))!)
                .OrderBy(failure => failure.Rule is null)
                .ThenBy(failure => RuleVerdicts.Place(failure.Rule)),
        ];
    }

    private bool IsWanted(string rule) =>
        rule.Length == 0 || options.Rules.IsEmpty || options.Rules.Contains(rule, StringComparer.OrdinalIgnoreCase);

    internal static ImmutableArray<Profile> NeighboursOf(Profile profile) =>
        [
            .. ProfileCatalog.All.Where(other =>
                other.Name != profile.Name && other.Architecture == profile.Architecture),
        ];
}
