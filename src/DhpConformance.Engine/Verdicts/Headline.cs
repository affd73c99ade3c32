using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;

namespace DhpConformance.Engine.Verdicts;

/// <summary>The one sentence that says it all.</summary>
internal static class Headline
{
    public static string Of(
        Profile profile,
        Traits traits,
        ImmutableArray<RuleResult> rules,
        Verdict verdict,
        Stop stop,
        Shard shard,
        ImmutableArray<string> asked)
    {
        var judged = rules.Count(rule => rule.Verdict.IsJudged());
        var word = Word(verdict, stop, shard, asked.Length);
        return $"{word} {(word.EndsWith("CONFORMANT", StringComparison.Ordinal) ? "to" : "for")} {profile.Name}"
            + With(traits)
            + $"judged {judged} of {rules.Length} rules; "
            + $"{Count(Verdict.Pass)} pass, {Count(Verdict.Fail)} fail{Weaker(rules)}, "
            + $"{Count(Verdict.Inconclusive)} inconclusive, "
            + $"{Count(Verdict.Error)} error; {Count(Verdict.NotClaimed)} not claimed, "
            + $"{Count(Verdict.NotApplicable)} not applicable, {Count(Verdict.NotTestable)} not testable";

        int Count(Verdict verdict) => rules.Count(rule => rule.Verdict == verdict);
    }

    /// <summary>Reads like <c> with 2 traits: memory-in-blocks 4096, removal-may-be-declined; </c>.</summary>
    private static string With(Traits traits) => traits.IsEmpty
        ? ": "
        : $" with {traits.Count} {(traits.Count == 1 ? "trait" : "traits")}: {traits}; ";

    private static string Weaker(ImmutableArray<RuleResult> rules) =>
        LevelMark.OfAll(rules.Where(rule => rule.Verdict == Verdict.Fail).Select(rule => rule.Rule));

    /// <summary>The same of a profile for which a scope was gone through.</summary>
    public static string OfScope(ProfileResult result, RunSettings settings) =>
        $"{result.Profile.Name}: {Guarantee.Of([result], settings)}";

    // Rules that nobody asked for may be broken: some that are kept are no conformance.
    private static string Word(Verdict verdict, Stop stop, Shard shard, int asked) => verdict switch
    {
        Verdict.Pass or Verdict.Inconclusive when !shard.IsWhole && stop == Stop.None =>
            $"NOT JUDGED YET (shard {shard})",
        Verdict.Pass when asked > 0 =>
            $"NOT JUDGED (only {asked} {(asked == 1 ? "rule" : "rules")} asked for)",
        Verdict.Pass => "CONFORMANT",
        Verdict.Fail => "NOT CONFORMANT",
        Verdict.Error => "NOT JUDGED (error)",
        _ => stop switch
        {
            Stop.Interrupted => "NOT JUDGED (interrupted)",
            Stop.OutOfTime => "NOT JUDGED (out of time)",
            Stop.GivenUp => "NOT JUDGED (given up)",
            _ => "NOT JUDGED (inconclusive)",
        },
    };
}
