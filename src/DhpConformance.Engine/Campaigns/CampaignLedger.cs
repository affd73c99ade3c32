using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Findings;
using DhpConformance.Engine.Generation;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;

namespace DhpConformance.Engine.Campaigns;

/// <summary>
/// Adds up what workers report of the batches of a campaign, and concludes. Comes in: batches in any order, some of
/// them twice. Goes out: the results that one process has of the same cases.
/// </summary>
/// <remarks>
/// The units of work are dealt out batch by batch, each for all profiles, so that a campaign that ends at any moment
/// has the same number of cases for each. One process does the profiles one after the other; that shows only where one
/// is given up, which makes those after it give up sooner. They are begun again then.
/// </remarks>
internal sealed class CampaignLedger
{
    private readonly ImplementationDescription description;
    private readonly ImmutableArray<CaseLedger>.Builder ledgers;
    private readonly Dictionary<(int Profile, string Rule), (int Case, Failure Failure)> explained = [];

    /// <summary>A campaign of which nothing is done.</summary>
    public CampaignLedger(CampaignPlan plan)
    {
        description = plan.Description();
        Options = plan.Options();
        ledgers = ImmutableArray.CreateBuilder<CaseLedger>(Options.Profiles.Length);
        BeginFrom(0);
    }

    /// <summary>What is run; its number of cases is less than planned once the campaign is to end.</summary>
    public SuiteOptions Options { get; private set; }

    /// <summary>How many batches there are of each profile.</summary>
    public int Batches => (Options.Cases + CaseGenerator.Batch - 1) / CaseGenerator.Batch;

    /// <summary>How many units of work there are.</summary>
    public long Units => (long)Batches * ledgers.Count;

    /// <summary>Whether all cases are counted that will be.</summary>
    public bool IsCounted => ledgers.All(ledger => ledger.GivenUp is not null || ledger.Recorded >= Batches);

    /// <summary>The unit of work with this place in the order in which they are dealt out, from 0.</summary>
    public UnitOfWork At(long place) => UnitOfWork.At(place, ledgers.Count);

    /// <summary>Whether a unit is counted, or will never be.</summary>
    public bool IsDone(UnitOfWork unit) =>
        ledgers[unit.Profile] is var ledger && (ledger.GivenUp is not null || ledger.Has(unit.Batch));

    /// <summary>How far a profile is.</summary>
    public (int Cases, int EndedEarly, string? GivenUp) Progress(int profile) =>
        ledgers[profile] is var ledger ? (ledger.Cases, ledger.EndedEarly, ledger.GivenUp) : default;

    /// <summary>Counts a unit.</summary>
    /// <param name="unit">The unit, one of the campaign.</param>
    /// <param name="batch">What became of its cases.</param>
    /// <returns>False if it was counted before, or is of no use any more.</returns>
    public bool Count(UnitOfWork unit, WrittenBatch batch)
    {
        if (unit.Batch >= Batches || IsDone(unit))
        {
            return false;
        }

        var ledger = ledgers[unit.Profile];
        var record = ledger.Begin();
        record.Take(batch);
        ledger.Record(unit.Batch, record);
        if (ledger.GivenUp is not null)
        {
            BeginFrom(unit.Profile + 1);
        }

        return true;
    }

    /// <summary>Ends the campaign after so many batches of each profile; none after them may be counted.</summary>
    public void EndAfter(int batches) => Options = Options with
    {
        Cases = (int)Math.Min(Options.Cases, Math.Max(1, (long)batches) * CaseGenerator.Batch),
    };

    /// <summary>What is to be explained, always in the same order; only once all cases are counted.</summary>
    public IEnumerable<(int Profile, FoundInCase Found)> Findings() =>
        from profile in Enumerable.Range(0, ledgers.Count)
        from one in new FindingReport(ledgers[profile], Options.Rules).Wanted
        select (profile, new FoundInCase(one.Case, one.Finding));

    /// <summary>Whether a finding is explained.</summary>
    public bool IsExplained(int profile, FoundInCase found) =>
        Explained(profile, found.Finding.Violation.Rule, found.Case) is not null;

    /// <summary>Takes an explanation.</summary>
    /// <param name="profile">The place of the profile.</param>
    /// <param name="found">What was explained.</param>
    /// <param name="failure">How.</param>
    public void Explain(int profile, FoundInCase found, Failure failure) =>
        explained[(profile, found.Finding.Violation.Rule ?? "")] = (found.Case, failure);

    /// <summary>The results; only once all cases are counted.</summary>
    public RunResults Conclude(RunTimes times) => ConformanceSuite.ResultsOf(
        description, Options, [.. Options.Profiles.Select(Conclude)], times, isComplete: true);

    /// <summary>The content, to be written down.</summary>
    public WrittenCampaign Written() => new(
        Options.Cases,
        [.. ledgers.Select(ledger => ledger.Written())],
        [.. explained.Select(one => new ExplainedFailure(
            one.Key.Profile, one.Key.Rule, one.Value.Case, one.Value.Failure))]);

    /// <summary>Takes over what was written down, into a campaign of which nothing is done.</summary>
    public void Take(WrittenCampaign written)
    {
        Options = Options with { Cases = written.Cases };
        foreach (var (place, ledger) in written.Profiles.Index())
        {
            // Each is made after the one before it is filled: what it gives up for depends on that.
            ledgers[place] = Begin(place);
            ledgers[place].Take(ledger);
        }

        foreach (var one in written.Explained)
        {
            explained[(one.Profile, one.Rule)] = (one.Case, one.Failure);
        }
    }

    private void BeginFrom(int place)
    {
        ledgers.Count = place;
        while (ledgers.Count < Options.Profiles.Length)
        {
            ledgers.Add(Begin(ledgers.Count));
        }
    }

    private CaseLedger Begin(int place) => new(
        place == 0 ? null : ledgers[place - 1], FirstFailure.Of(Options), KnownViolations.Of(Options));

    private Failure? Explained(int profile, string? rule, int number) =>
        explained.TryGetValue((profile, rule ?? ""), out var one) && one.Case == number ? one.Failure : null;

    private ProfileResult Conclude(Profile profile, int place)
    {
        var ledger = ledgers[place];
        ledger.Close();
        var findings = new FindingReport(ledger, Options.Rules);
        foreach (var (i, one) in findings.Wanted.Index())
        {
            findings.Take(
                i,
                Explained(place, one.Finding.Violation.Rule, one.Case)
                    ?? Explanation.AsFound(one.Case, one.Finding));
        }

        return new ProfileConclusion(profile, description, Options, ledger)
        {
            IsAbandoned = false,
            Outstanding = null,
            IfMended = failures => RightServerCoverage.IfMended(
                failures,
                ledger,
                new CaseSource(profile, description, Options.Seed, Options.Workload),
                Options,
                description.Claims),
        }.Of(findings.Failures());
    }
}
