using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Coverage;
using DhpConformance.Engine.Narration;
using DhpConformance.Engine.Results;
using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.Verdicts;

/// <summary>Turns what was found and what was reached into a verdict on each rule.</summary>
internal sealed class RuleVerdicts(
    Profile profile,
    Claims claims,
    ImmutableArray<string> wanted,
    Func<Rule, long> timesReached,
    ImmutableArray<Failure> failures)
{
    /// <summary>How often a rule has to be put to the test before silence counts as a pass.</summary>
    public const int Enough = RuleResult.Enough;

    /// <summary>
    /// The scope that was gone through; null if cases were drawn. In a scope each situation that there is was tried, so
    /// once is enough, and more would not reach a rule that was not.
    /// </summary>
    public string? Scope { get; init; }

    /// <summary>Why this implementation cannot be put to the test by a rule; null if it can.</summary>
    public Func<Rule, string?> Lacks { get; init; } = _ => null;

    /// <summary>
    /// How often the cases would have put a rule to the test, at a size if there is one, if what is known to be broken
    /// were not; null if nothing that is known was met.
    /// </summary>
    public Func<Rule, SizeGoal?, long?> IfMended { get; init; } = (_, _) => null;

    /// <summary>At which sizes cases have put anything to the test; null if that does not matter.</summary>
    public ReachedSizes? Sizes { get; init; }

    private List<string> Broken =>
        [.. failures.Where(failure => !failure.OneOff).Select(failure => failure.Rule ?? "an error")];

    /// <summary>How far cases have come, if any were drawn.</summary>
    public CaseExtent Extent { get; init; } = new(0, 0, GivenUp: null);

    public ImmutableArray<RuleResult> All() =>
    [
        .. RuleCatalog.All
            .Where(rule => wanted.IsEmpty || wanted.Contains(rule.Id, StringComparer.OrdinalIgnoreCase))
            .Select(Of),
    ];

    /// <summary>
    /// The worst verdict of a profile. A failure of no rule leaves every rule its verdict, and yet nobody may call such
    /// an implementation conformant; nor may they after a run that was cut short.
    /// </summary>
    public static Verdict Worst(
        IEnumerable<RuleResult> rules, IEnumerable<Failure> failures, bool complete) =>
        rules.Select(rule => rule.Verdict)
            .Concat(failures.Where(failure => failure.Rule is null)
                .Select(failure => failure.OneOff ? Verdict.Inconclusive : Verdict.Error))
            .Append(complete ? Verdict.Pass : Verdict.Inconclusive)
            .Worst();

    /// <summary>How often each rule was put to the test, before anything is said about it.</summary>
    public static ImmutableArray<RuleResult> Reached(CoverageTable coverage, Traits declared) =>
    [
        .. RuleCatalog.All.Select(
            rule => new RuleResult(rule.Id, Verdict.Inconclusive, coverage.Reached(rule, declared))),
    ];

    /// <summary>The place of a rule in the catalogue.</summary>
    public static int Place(string? rule) => RuleCatalog.All.IndexOf(RuleCatalog.Find(rule ?? "")!);

    private RuleResult Of(Rule rule)
    {
        var reached = timesReached(rule);
        return failures.Any(failure => failure.Rule == rule.Id && !failure.OneOff)
            ? new(rule.Id, Verdict.Fail, reached)
            : Applicability.WhyUnseen(rule) is { } unseen ? new(rule.Id, Verdict.NotTestable, 0, unseen)
            : Beyond(rule) is { } beyond ? new(rule.Id, Verdict.NotApplicable, reached, beyond)
            : Lacks(rule) is { } lacking ? new(rule.Id, Verdict.NotTestable, reached, lacking)
            : Unclaimed(rule) is { } claim ? new(rule.Id, Verdict.NotClaimed, reached, claim)
            : Applicability.WhyAlone(rule, profile) is { } alone ? new(rule.Id, Verdict.NotTestable, reached, alone)
            : failures.FirstOrDefault(failure => failure.Rule == rule.Id) is { } once
                ? new(
                    rule.Id,
                    Verdict.Inconclusive,
                    reached,
                    Recurrence.Sentence(once))
            : reached >= (Scope is null ? Enough : 1)
                ? Sizes?.Missing(rule) is { } size
                    ? Open(rule, reached, size.Goal)
                    : new(rule.Id, Verdict.Pass, reached)
            : failures.Any(failure => failure.Rule is null && !failure.OneOff)
                ? new(rule.Id, Verdict.Error, reached, "The implementation broke before the rule could be judged.")
            : Scope is not null ? new(rule.Id, Verdict.NotTestable, 0, $"Scope {Scope} does not put it to the test.")
            : Open(rule, reached, null);
    }

    private RuleResult Open(Rule rule, long reached, SizeGoal? size)
    {
        var mended = IfMended(rule, size);
        return new(
            rule.Id,
            Verdict.Inconclusive,
            reached,
            (size is { } missing
                ? $"Put to the test {reached} times, but never where {SizeWords.Of(missing)}; "
                : $"Put to the test {reached} of the {Enough} times that are needed; ")
            + (mended >= Enough
                ? $"{mended} times if the known failures were fixed: fix them first."
                : Extent.Remedy(Broken)))
        {
            ReachedIfMended = mended,
        };
    }

    private string? Beyond(Rule rule) =>
        Applicability.WhyBeyond(rule, profile) ?? TraitApplicability.WhyNot(rule, profile, claims.Traits);

    private string? Unclaimed(Rule rule)
    {
        var missing = rule.Claims.Where(claim => !claims.Has(claim)).Select(claim => Words.Of(claim)).ToList();
        return rule.IsAboutTraits && claims.Traits.IsEmpty ? "Not claimed: any trait."
            : missing.Count > 0 ? $"Not claimed: {string.Join(", ", missing)}."
            : rule.OneOfClaims == Claims.None || rule.OneOfClaims.Any(claims.Has) ? null
            : $"Not claimed: any of {string.Join(", ", rule.OneOfClaims.Select(claim => Words.Of(claim)))}.";
    }
}
