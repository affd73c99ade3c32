using DhpConformance.Engine.Judging;

namespace DhpConformance.Engine.Attribution;

/// <summary>What shows on a used server, and not on one that was just made: no rule is to blame.</summary>
internal static class TestPollution
{
    /// <summary>The violation, reported as what it is.</summary>
    public static Violation Of(Violation seen) => seen with
    {
        Rule = null,
        Subject = "the reset",
        Expected = "a fresh server, with nothing of what happened before",
        Observed = $"something of an earlier case has survived the reset: {seen.Subject}, expected {seen.Expected}, "
            + $"observed {seen.Observed.TrimEnd('.')}. On a server that was just made the same is right. Let the reset "
            + "forget everything, or start a fresh process for each case with --restart-per-case.",
    };
}
