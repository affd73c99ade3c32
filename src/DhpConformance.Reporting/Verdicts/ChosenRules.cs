using System.Collections.Immutable;
using DhpConformance.Engine.Results;
using DhpConformance.Reporting.Text;

namespace DhpConformance.Reporting.Verdicts;

/// <summary>The rules that a run was limited to. Such a run never shows conformance.</summary>
/// <param name="Asked">Their ids; empty if the run judged all rules.</param>
/// <param name="Kept">How many of them were tested and not broken.</param>
public sealed record ChosenRules(ImmutableArray<string> Asked, int Kept)
{
    /// <summary>Whether only some rules were asked for.</summary>
    public bool Any => !Asked.IsEmpty;

    /// <summary>The result, such as <c>2 rules asked for, kept</c>.</summary>
    public string Outcome => Kept == Asked.Length
        ? $"{Count} asked for, kept"
        : $"{Count} asked for, {Kept} kept";

    /// <summary>The warning to show first; null if the run judged all rules.</summary>
    public string? Caution => Any
        ? $"Only {(Asked.Length == 1 ? "this rule was" : "these rules were")} asked for: {string.Join(", ", Asked)}. "
            + "That shows nothing about the others, and so no conformance."
            + (Elsewhere is null ? "" : $" {Elsewhere}")
        : null;

    /// <summary>
    /// Says that cases ended at a rule that was not asked for; null if none is known to. Where a rule that was asked
    /// for is broken, results do not tell which cases ended at it.
    /// </summary>
    public string? Elsewhere { get; private init; }

    /// <summary>Those of a run.</summary>
    public static ChosenRules Of(RunResults results)
    {
        var standings = results.Profiles.SelectMany(profile => profile.Rules).ToLookup(rule => rule.Rule);
        var kept = standings.Where(same => same.Any(rule => rule.Verdict == Verdict.Pass))
            .Count(same => same.Select(rule => rule.Verdict).Worst() == Verdict.Pass);
        return new(results.Settings.Rules, kept) { Elsewhere = EndedElsewhere(results) };
    }

    private static string? EndedElsewhere(RunResults results)
    {
        var unbroken = results.Profiles.Where(profile => profile.Failures.IsEmpty).ToList();
        var early = unbroken.Sum(profile => profile.EndedEarly);
        return results.Settings.Rules.IsEmpty || early == 0
            ? null
            : $"{early} of {Amount.Of(unbroken.Sum(profile => profile.Cases), "case")} ended early, at what was not "
                + "asked for; judge all rules to see what that is.";
    }

    private string Count => Asked.Length == 1 ? "1 rule" : $"{Asked.Length} rules";
}
