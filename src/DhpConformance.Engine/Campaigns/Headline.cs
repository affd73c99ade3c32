using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;

namespace DhpConformance.Engine.Campaigns;

/// <summary>The one sentence that says it all.</summary>
internal static class Headline
{
    public static string Of(
        Profile profile, ImmutableArray<RuleResult> rules, Verdict verdict, bool interrupted, Shard shard)
    {
        var claimed = rules.Count(rule => rule.Verdict is not (Verdict.NotClaimed or Verdict.NotTestable));
        return $"{Word(verdict, interrupted, shard)} to {profile.Name}: claimed {claimed} of {rules.Length} rules; "
            + $"{Count(Verdict.Pass)} pass, {Count(Verdict.Fail)} fail, {Count(Verdict.Inconclusive)} inconclusive, "
            + $"{Count(Verdict.Error)} error; {Count(Verdict.NotTestable)} not testable";

        int Count(Verdict verdict) => rules.Count(rule => rule.Verdict == verdict);
    }

    private static string Word(Verdict verdict, bool interrupted, Shard shard) => verdict switch
    {
        Verdict.Pass or Verdict.Inconclusive when !shard.IsWhole && !interrupted => $"NOT JUDGED YET (shard {shard})",
        Verdict.Pass => "CONFORMANT",
        Verdict.Fail => "NOT CONFORMANT",
        Verdict.Error => "NOT JUDGED (error)",
        _ => interrupted ? "NOT JUDGED (interrupted)" : "NOT JUDGED (inconclusive)",
    };
}
