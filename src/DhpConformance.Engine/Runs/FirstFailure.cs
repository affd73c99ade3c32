using System.Collections.Immutable;

namespace DhpConformance.Engine.Runs;

/// <summary>Ends a run at the first failure that somebody wants to hear of.</summary>
/// <param name="rules">The rules that are judged; empty for all.</param>
/// <param name="known">The rules that are known to be broken, which end nothing.</param>
internal sealed class FirstFailure(ImmutableArray<string> rules, ImmutableArray<string> known)
{
    /// <summary>What ends a run with these options; null if it goes on after a failure.</summary>
    public static FirstFailure? Of(SuiteOptions options) => options.FailFast
        ? new(options.Rules, [.. (options.KnownFailures ?? []).Select(one => one.Rule)])
        : null;

    /// <summary>Whether one of these findings ends the run, each named by its rule; empty for an error.</summary>
    public bool Has(IEnumerable<string> found) => found.Any(rule => rule.Length == 0
        || (!known.Contains(rule) && (rules.IsEmpty || rules.Contains(rule, StringComparer.OrdinalIgnoreCase))));

    /// <summary>Why no more cases are to be executed, as the end of a sentence; null if more are.</summary>
    public string? Why(IEnumerable<string> found) => Has(found) ? "the run ends at the first failure" : null;
}
