using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Generation;
using DhpConformance.Engine.Judging;
using DhpConformance.Engine.Results;
using DhpConformance.Model.Profiles;

namespace DhpConformance.Engine.Campaigns;

/// <summary>
/// All cases of one profile. Which thread executes which case makes no difference: cases are drawn by number, counts
/// are added up in their order, and of several cases that break a rule the one with the lowest number is reported.
/// </summary>
internal sealed class Campaign
{
    private readonly Func<IPartitionableServer> create;
    private readonly ImplementationDescription description;
    private readonly Profile profile;
    private readonly SuiteOptions options;
    private readonly CaseGenerator cases;
    private readonly CaseOperations operations;
    private readonly int planned;

    private readonly Lock gate = new();
    private readonly CaseLedger ledger = new();
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
    private readonly List<WatchedServer> servers = [];
    private int next;
    private int done;
    private int failing;
    private bool isAbandoned;

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
        isAbandoned = !Workers.Run(options.Threads, () => Work(progress, cancellation), cancellation);
        ledger.Close();
        var failures = Failures(progress, cancellation);
        var extent = new CaseExtent(ledger.Cases, ledger.EndedEarly, ledger.GivenUp);
        var rules = new RuleVerdicts(
            profile, description.Claims, options.Rules, ledger.Coverage.Reached, failures)
        {
            Extent = extent,
            Lacks = rule => Applicability.Lacks(rule, description.Limits),
        }.All();
        var verdict = RuleVerdicts.Worst(rules, failures, complete: ledger.Cases >= planned);
        return new ProfileResult
        {
            Profile = profile,
            Rules = rules,
            Failures = failures,
            Verdict = verdict,
            Headline = Headline.Of(profile, rules, verdict, Stop, options.Shard, options.Rules),
            Cases = ledger.Cases,
            Operations = ledger.Operations,
            EndedEarly = ledger.EndedEarly,
            Stopped = Stopped(),
            Lengths = [.. ledger.Lengths.Select(length => new LengthCount(length.Key, length.Value))],
            Coverage = [.. ledger.Coverage.Cells.Select(CoverageCell.Of)],
            Occasions = [.. ledger.Coverage.Occasions.Select(cell => new OccasionCell(cell.Occasion, cell.Count))],
        };
    }

    private void Work(IProgress<SuiteProgress>? progress, CancellationToken cancellation)
    {
        using var server = Watched(create());
        var examiner = new Examiner(new SequenceRunner(server, description.Claims), profile);
        while (!cancellation.IsCancellationRequested && ledger.GivenUp is null)
        {
            var turn = Interlocked.Increment(ref next) - 1;
            var place = ((long)turn * options.Shard.Count) + options.Shard.Number - 1;
            var first = place * CaseGenerator.Batch;
            if (first >= options.Cases)
            {
                break;
            }

            var record = ledger.Begin();
            var runner = new SequenceRunner(server, description.Claims, record.Reached);
            var number = (int)first;

            // Within a batch, too: with a slow server one takes minutes.
            foreach (var drawn in cases.Generate((int)place).Take(options.Cases - number))
            {
                if (!Execute(number++, drawn, runner, examiner, record, cancellation)
                    || record.Hangs >= CaseLedger.MostHangs || cancellation.IsCancellationRequested)
                {
                    break;
                }
            }

            ledger.Book(turn, record);
            var executed = Interlocked.Add(ref done, record.Lengths.Count);
            progress?.Report(new(profile.Name, executed, planned, failing));
        }
    }

    // False if it was interrupted: whoever presses Ctrl+C ends the programs of a terminal, and that is no finding.
    private bool Execute(
        int number,
        Case drawn,
        SequenceRunner runner,
        Examiner examiner,
        BatchRecord record,
        CancellationToken cancellation)
    {
        var violation = runner.Run(drawn.Setup, operations.Of(drawn, options.Length), drawn.Look);
        var trial = new Trial(drawn.Setup, violation is null ? [] : [.. runner.Executed], drawn.Look);
        var length = runner.Executed.Count;
        var found = violation is null ? null : Found(number, trial, examiner, violation);
        if (violation is not null && cancellation.IsCancellationRequested)
        {
            return false;
        }

        if (violation is not null)
        {
            Interlocked.Increment(ref failing);
        }

        if (found is { } one)
        {
            record.Found.Add((number, one.Finding, one.IsOneOff));
        }

        record.Add(length, violation);
        return true;
    }

    private (Finding Finding, bool IsOneOff)? Found(int number, Trial trial, Examiner examiner, Violation violation)
    {
        var isUniform = trial.Setup.Partitions.All(partition => partition.Profile == profile);
        if (violation.Rule is { } seen && trial.Look == Look.AfterEveryOperation && isUniform && IsKnown(seen, number))
        {
            return null;
        }

        if (examiner.Examine(trial) is { } finding)
        {
            Remember(finding.Violation.Rule ?? "", number);
            return (finding, false);
        }

        // What is wrong once and not again is still a violation: it is reported as found, and as not reproduced. What
        // breaks once is none: a process may be killed, and a machine may be busy.
        return violation.Fault is not null ? (new Finding(trial, violation), true)
            : isUniform ? (new Finding(trial, violation), false)
            : null;
    }

    // Examining each of hundreds of cases that fail alike would cost more than running them.
    private bool IsKnown(string rule, int number)
    {
        lock (gate)
        {
            return known.TryGetValue(rule, out var first) && first < number;
        }
    }

    private void Remember(string rule, int number)
    {
        lock (gate)
        {
            known[rule] = Math.Min(number, known.GetValueOrDefault(rule, int.MaxValue));
        }
    }

    // Several findings may come of one leak, which is told once.
    private ImmutableArray<Failure> Failures(
        IProgress<SuiteProgress>? progress, CancellationToken cancellation)
    {
        var explanation = new Explanation(
            () => Watched(create()), description.Claims, profile, options, cases, operations, cancellation);
        var wanted = ledger.Findings.Where(found => IsWanted(found.Key)).Select(found => found.Value).ToArray();
        var told = Array.ConvertAll(wanted, found => Explanation.AsFound(found.Case, found.Finding));
        if (wanted.Length > 0 && !cancellation.IsCancellationRequested)
        {
            Report(0);
            isAbandoned |= !Workers.Run(
                Math.Min(options.Threads, wanted.Length), () => explanation.Fill(told, wanted, Report), cancellation);
        }

        return
        [
            .. told.ToArray()
                .Concat(ledger.OneOffs.Where(found => IsWanted(found.Key) && !ledger.Findings.ContainsKey(found.Key))
                    .Select(found => Explanation.OfOneOff(found.Value.Case, found.Value.Finding)))
                .Select(failure => failure.OneOff
                    ? failure with { BrokenCases = TimesOff(failure.Rule ?? "") }
                    : failure)
                .GroupBy(failure => failure.Rule)
                .Select(same => same.MinBy(failure => (failure.OneOff, failure.Case))!)
                .OrderBy(failure => failure.Rule is null)
                .ThenBy(failure => RuleVerdicts.Place(failure.Rule)),
        ];

        void Report(int explained) => progress?.Report(new(profile.Name, done, planned, failing)
        {
            Findings = wanted.Length,
            Explained = explained,
        });
    }

    private bool IsWanted(string rule) =>
        rule.Length == 0 || options.Rules.IsEmpty || options.Rules.Contains(rule, StringComparer.OrdinalIgnoreCase);

    // One that had shown again at first, and not when it was explained, is not counted among them.
    private int TimesOff(string rule) => ledger.TimesOff(rule) + (ledger.Findings.ContainsKey(rule) ? 1 : 0);

    private Stop Stop => ledger.Cases >= planned ? Campaigns.Stop.None
        : ledger.GivenUp is not null ? Campaigns.Stop.GivenUp
        : Campaigns.Stop.Interrupted;

    private string? Stopped()
    {
        var calls = isAbandoned ? servers.Select(server => server.Outstanding) : [];
        var hung = calls.FirstOrDefault(call => call is not null);
        var how = Stop switch
        {
            Campaigns.Stop.None => isAbandoned ? "The run was interrupted." : null,
            Campaigns.Stop.Interrupted => $"The run was interrupted after {ledger.Cases} of {planned} cases.",
            _ => $"No more cases were run after {ledger.Cases} of {planned}, since {ledger.GivenUp}.",
        };
        return hung is null ? how : $"{how} {description.Name} did not come back from {hung}, and was left behind.";
    }

    private WatchedServer Watched(IPartitionableServer server)
    {
        var watched = new WatchedServer(server);
        lock (gate)
        {
            servers.Add(watched);
        }

        return watched;
    }

    internal static ImmutableArray<Profile> NeighboursOf(Profile profile) =>
        [
            .. ProfileCatalog.All.Where(other =>
                other.Name != profile.Name && other.Architecture == profile.Architecture),
        ];
}
