using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;

namespace DhpConformance.Engine.Campaigns;

/// <summary>The one sentence that says it all.</summary>
internal static class Headline
{
    public static string Of(
        Profile profile,
        ImmutableArray<RuleResult> rules,
        Verdict verdict,
        Stop stop,
        Shard shard,
        ImmutableArray<string> asked)
    {
        var claimed = rules.Count(rule => rule.Verdict is not (Verdict.NotClaimed or Verdict.NotTestable));
        var word = Word(verdict, stop, shard, asked.Length);
        return $"{word} {(word.EndsWith("CONFORMANT", StringComparison.Ordinal) ? "to" : "for")} {profile.Name}: "
            + $"claimed {claimed} of {rules.Length} rules; "
            + $"{Count(Verdict.Pass)} pass, {Count(Verdict.Fail)} fail, {Count(Verdict.Inconclusive)} inconclusive, "
            + $"{Count(Verdict.Error)} error; {Count(Verdict.NotTestable)} not testable";

        int Count(Verdict verdict) => rules.Count(rule => rule.Verdict == verdict);
    }

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
            Stop.GivenUp => "NOT JUDGED (given up)",
            _ => "NOT JUDGED (inconclusive)",
        },
    };
}
