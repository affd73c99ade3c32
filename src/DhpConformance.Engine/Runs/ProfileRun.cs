using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Findings;
using DhpConformance.Engine.Generation;
using DhpConformance.Engine.Results;

namespace DhpConformance.Engine.Runs;

/// <summary>
/// The run of one profile: executes all cases, explains what was found, and concludes. Which thread executes which case
/// makes no difference: cases are drawn by number, counts are added up in their order, and of several cases that break
/// a rule the one with the lowest number is reported.
/// </summary>
internal sealed class ProfileRun
{
    private readonly ImplementationDescription description;
    private readonly Profile profile;
    private readonly SuiteOptions options;
    private readonly FaultTime faultTime;
    private readonly WatchedServers servers;
    private readonly CaseSource cases;
    private readonly CaseQueue queue;
    private readonly FirstCases examined = new();
    private readonly FirstFailure? end;
    private readonly TimeBudget.Share budget;
    private readonly RememberedCases remembered;
    private readonly KnownViolations? known;

    public ProfileRun(
        Func<IPartitionableServer> create,
        ImplementationDescription description,
        Profile profile,
        SuiteOptions options,
        FaultTime faultTime,
        TimeBudget.Share budget,
        CaseLedger? before)
    {
        end = FirstFailure.Of(options);
        known = KnownViolations.Of(options);
        Ledger = new CaseLedger(before, end, known);
        this.budget = budget;
        remembered = new RememberedCases(options, profile, description);
        this.faultTime = faultTime;
        this.description = description;
        this.profile = profile;
        this.options = options;
        servers = new WatchedServers(create);
        cases = new CaseSource(profile, description, options.Seed, options.Workload);
        queue = new CaseQueue(options);
    }

    /// <summary>What became of its cases.</summary>
    public CaseLedger Ledger { get; }

    /// <summary>How the cases of earlier runs fared.</summary>
    public ImmutableArray<RememberedResult> Remembered => remembered.Results;

    /// <summary>The cases to remember although nothing was wrong with them, once it was executed.</summary>
    public ImmutableArray<RareCase> Rare { get; private set; } = [];

    public ProfileResult Execute(IProgress<SuiteProgress>? progress, CancellationToken cancellation)
    {
        var reported = new ProfileProgress(profile, queue.Cases, progress);
        var returned = !remembered.Any || Ledger.GivenUp is not null
            || Workers.Run(1, () => remembered.Execute(servers.Create, Ledger, cancellation), cancellation);
        returned = returned
            && Workers.Run(options.Threads, () => ExecuteBatches(reported, cancellation), cancellation);
        Ledger.Close();
        var findings = new FindingReport(Ledger, options.Rules);
        var explanation = new Explanation(
            servers.Create, description.Claims, profile, cases, options.Length, options.Shrink, faultTime,
            cancellation)
        {
            IsKnown = known is null ? null : known.Has,
        };
        returned &= findings.Explain(explanation, options.Threads, reported, cancellation);
        var result = new ProfileConclusion(profile, description, options, Ledger)
        {
            IsAbandoned = !returned,
            Outstanding = returned ? null : servers.Outstanding,
            IfMended = failures => RightServerCoverage.IfMended(
                failures, Ledger, cases, options, description.Claims),
            Budget = !cancellation.IsCancellationRequested && budget.IsOver ? budget.Whole : null,
        }.Of(findings.Failures());
        Rare = options.MostRareCases > 0 && returned
            ? new RareCases(cases, description.Claims, options, Ledger).Of(result, servers.Create, cancellation)
            : [];
        return result;
    }

    private void ExecuteBatches(ProfileProgress reported, CancellationToken cancellation)
    {
        using var server = servers.Create();
        var execution = new BatchExecution(server, description.Claims, profile, cases, options.Length, examined)
        {
            IsOver = () => budget.IsOver,
            End = end,
            Known = known,
        };
        while (!cancellation.IsCancellationRequested && Ledger.GivenUp is null && !budget.IsOver
            && queue.Next() is { } batch)
        {
            var record = Ledger.Begin();
            execution.Run(batch, record, cancellation);
            Ledger.Record(batch.Turn, record);
            reported.Executed(record);
        }
    }
}
