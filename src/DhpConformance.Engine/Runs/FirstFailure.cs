using System.Collections.Immutable;
using DhpConformance.Engine.Judging;

namespace DhpConformance.Engine.Runs;

/// <summary>Ends a run at the first failure that somebody wants to hear of.</summary>
/// <param name="rules">The rules that are judged; empty for all.</param>
/// <param name="known">What is known to be broken, which ends nothing; null for nothing.</param>
internal sealed class FirstFailure(ImmutableArray<string> rules, KnownViolations? known)
{
    /// <summary>What ends a run with these options; null if it goes on after a failure.</summary>
    public static FirstFailure? Of(SuiteOptions options) => options.FailFast
        ? new(options.Rules, KnownViolations.Of(options))
        : null;

    /// <summary>
    /// Whether one of these violations ends the run. A known failure that names a cause or what is observed excuses no
    /// other violation of its rule.
    /// </summary>
    public bool Has(IEnumerable<Violation> found) => found.Any(Ends);

    /// <summary>Why no more cases are to be executed, as the end of a sentence; null if more are.</summary>
    public string? Why(IEnumerable<Violation> found) => Has(found) ? "the run ends at the first failure" : null;

    private bool Ends(Violation violation) => violation.Rule is not { } rule
        || (known?.Lists(violation) != true
            && (rules.IsEmpty || rules.Contains(rule, StringComparer.OrdinalIgnoreCase)));
}
