using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Consumers;
using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.Consumers;

/// <summary>Turns what was reached and what was found into a verdict on each duty.</summary>
internal sealed class ConsumerVerdicts(
    ConsumerDescription description,
    ConsumerSuiteOptions options,
    Dictionary<string, long> reached,
    ImmutableArray<ConsumerFailure> failures)
{
    // A rule without a violation passes only after this many tests.
    private const int Enough = 10;

    /// <summary>Whether nobody interrupted the run.</summary>
    public bool IsComplete { get; init; } = true;

    public ConsumerResults Results(int cases)
    {
        var rules = ConsumerRuleCatalog.All
            .Where(rule => options.Rules.IsEmpty || options.Rules.Contains(rule.Id, StringComparer.OrdinalIgnoreCase))
            .Select(Of)
            .ToImmutableArray();
        var verdict = rules.Select(rule => rule.Verdict)
            .Concat(failures.Where(failure => failure.Rule is null).Select(_ => Verdict.Error))
            .Append(IsComplete ? Verdict.Pass : Verdict.Inconclusive)
            .Worst();
        return new()
        {
            Suite = ConformanceSuite.Version,
            Source = options.Source,
            Consumer = description,
            Seed = options.Seed,
            Cases = cases,
            Headline = Headline(rules, verdict),
            Verdict = verdict,
            Rules = rules,
            Failures = failures,
        };
    }

    private RuleResult Of(ConsumerRule rule)
    {
        var times = reached.GetValueOrDefault(rule.Id);
        return failures.Any(failure => failure.Rule == rule.Id) ? new(rule.Id, Verdict.Fail, times)
            : rule.NotTestable is { } why ? new(rule.Id, Verdict.NotTestable, 0, why)
            : rule.Role is { } role && role != description.Role
                ? new(rule.Id, Verdict.NotApplicable, 0, rule.WhyNot(description))
            : rule.WhyNot(description) is { } reason ? new(rule.Id, Verdict.NotClaimed, 0, reason)
            : times >= Enough ? new(rule.Id, Verdict.Pass, times)
            : times == 0 && NeverDoes(rule, description) is { } lack ? new(rule.Id, Verdict.NotClaimed, 0, lack)
            : new(rule.Id, Verdict.Inconclusive, times, $"Put to the test {times} of {Enough} times; run more cases.");
    }

    // A duty towards something that the consumer never makes use of, in any case.
    private static string? NeverDoes(ConsumerRule rule, ConsumerDescription description) => rule.Group switch
    {
        "C-SYN" => "It registers no processor callback.",
        "C-ASY" => "It registers for no interfaces.",
        "C-APP" => "It registers for no messages, or sets no process mask.",
        "C-REB" when description.Has(ConsumerTrait.PagingPath) => "Its device is never stopped.",
        _ => rule.Id is "C-PROC-02" or "C-PROC-07"
                ? "It is notified of no added processor, and none of its code runs on one."
            : rule.Id is "C-PROC-09" or "C-PROC-12" ? "It puts nothing on a certain processor."
            : rule.Id == "C-MEM-04" ? "It frees nothing."
            : rule.Id == "C-MEM-02" ? "It registers for no memory."
            : null,
    };

    private string Headline(ImmutableArray<RuleResult> rules, Verdict verdict)
    {
        var failed = rules.Where(rule => rule.Verdict == Verdict.Fail)
            .Select(rule => ConsumerRuleCatalog.Find(rule.Rule)!.Level).ToList();
        var word = verdict switch
        {
            Verdict.Pass when !options.Rules.IsEmpty => "NOT JUDGED (only some rules asked for)",
            Verdict.Pass => "CONFORMANT",
            Verdict.Fail => "NOT CONFORMANT",
            Verdict.Error => "NOT JUDGED (error)",
            _ => "NOT JUDGED (inconclusive)",
        };
        var must = failed.Count(level => level == Level.Must);
        return $"{word} as {DescriptionText.Role(description)}: "
            + $"{Count(Verdict.Pass)} of {rules.Length} rules pass, {failed.Count} fail "
            + $"({must} must, {failed.Count - must} should), "
            + $"{Count(Verdict.Inconclusive)} inconclusive, {Count(Verdict.NotClaimed)} not claimed, "
            + $"{Count(Verdict.NotApplicable)} not applicable, {Count(Verdict.NotTestable)} not testable";

        int Count(Verdict wanted) => rules.Count(rule => rule.Verdict == wanted);
    }
}
