using System.Collections.Immutable;
using DhpConformance.Engine.Attribution;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Findings;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Verdicts;

namespace DhpConformance.Engine.Runs;

/// <summary>
/// What a run reports of its findings. Comes in: the findings of the ledger. Goes out: one failure for each rule that
/// was asked for, as explained as there was time for.
/// </summary>
internal sealed class FindingReport
{
    private readonly CaseLedger ledger;
    private readonly ImmutableArray<string> rules;
    private readonly (int Case, Finding Finding)[] wanted;
    private readonly Failure[] failures;

    public FindingReport(CaseLedger ledger, ImmutableArray<string> rules)
    {
        this.ledger = ledger;
        this.rules = rules;
        wanted = [.. ledger.Findings.Where(found => IsWanted(found.Key)).Select(found => found.Value)];
        failures = Array.ConvertAll(wanted, found => Explanation.AsFound(found.Case, found.Finding));
    }

    /// <summary>Explains all of them.</summary>
    /// <returns>False if a thread was left behind after an interruption.</returns>
    public bool Explain(
        Explanation explanation, int threads, ProfileProgress progress, CancellationToken cancellation)
    {
        if (wanted.Length == 0 || cancellation.IsCancellationRequested)
        {
            return true;
        }

        progress.Explained(wanted.Length, 0);
        return Workers.Run(
            Math.Min(threads, wanted.Length),
            () => explanation.Fill(failures, wanted, explained => progress.Explained(wanted.Length, explained)),
            cancellation);
    }

    /// <summary>What is explained: the first case of each rule that was asked for.</summary>
    public IReadOnlyList<(int Case, Finding Finding)> Wanted => wanted;

    /// <summary>Takes over an explanation that was made elsewhere.</summary>
    /// <param name="place">Its place among those that are wanted, from 0.</param>
    /// <param name="failure">The explanation.</param>
    public void Take(int place, Failure failure) => failures[place] = failure;

    /// <summary>
    /// One failure for each rule, in the order of the catalogue; those of no rule last. Several findings may come of
    /// one test pollution, which is reported once.
    /// </summary>
    public ImmutableArray<Failure> Failures() =>
    [
        .. failures.ToArray()
            .Concat(ledger.OneOffs.Where(found => IsWanted(found.Key) && !ledger.Findings.ContainsKey(found.Key))
                .Select(found => Explanation.OfOneOff(found.Value.Case, found.Value.Finding)))
            .Select(failure => failure.OneOff ? failure with { BrokenCases = TimesOff(failure.Rule ?? "") } : failure)
            .GroupBy(failure => failure.Rule)
            .Select(same => same.MinBy(failure => (failure.OneOff, failure.Case))!)
            .Select(failure => failure with { Others = OthersOf(failure) })
            .Select(failure => failure.Case == CaseLedger.Remembered
                ? failure with { Case = 0, Remembered = true }
                : failure)
            .OrderBy(failure => failure.Rule is null)
            .ThenBy(failure => RuleVerdicts.Place(failure.Rule)),
    ];

    private ImmutableArray<OtherCause>? OthersOf(Failure failure) =>
        !failure.OneOff && failure.Rule is { } rule && ledger.Findings.TryGetValue(rule, out var found)
            && ledger.Causes.Besides(found.Case, found.Finding) is { IsEmpty: false } others
                ? others
                : null;

    private bool IsWanted(string rule) =>
        rule.Length == 0 || rules.IsEmpty || rules.Contains(rule, StringComparer.OrdinalIgnoreCase);

    // One that had shown again at first, and not when it was explained, is not counted among them.
    private int TimesOff(string rule) => ledger.TimesOff(rule) + (ledger.Findings.ContainsKey(rule) ? 1 : 0);
}
