namespace DhpConformance.Engine.Results;

/// <summary>Which verdict decides.</summary>
public static class VerdictOrder
{
    // A violation that was found stands, whatever else broke; after that, what broke outweighs what was not reached.
    private static readonly Verdict[] WorstFirst = [Verdict.Fail, Verdict.Error, Verdict.Inconclusive];

    /// <summary>Whether the rule was judged, or should have been.</summary>
    public static bool IsJudged(this Verdict verdict) =>
        verdict is not (Verdict.NotClaimed or Verdict.NotApplicable or Verdict.NotTestable);

    /// <summary>The worst of these verdicts; Pass if none is worse.</summary>
    public static Verdict Worst(this IEnumerable<Verdict> verdicts)
    {
        var all = verdicts.ToHashSet();
        return WorstFirst.FirstOrDefault(all.Contains, Verdict.Pass);
    }
}
