using DhpConformance.Engine.Results;

namespace DhpConformance.CampaignTests;

/// <summary>Results of a campaign beside those of one process: every byte but the times.</summary>
internal static class SameResults
{
    public static void Assert(RunResults one, RunResults other) =>
        Assert(ResultsJson.Text(one), ResultsJson.Text(other));

    public static void Assert(string one, string other) => Xunit.Assert.True(Are(one, other), "The results differ.");

    public static bool Are(string one, string other) => WithoutTimes(one) == WithoutTimes(other);

    private static string WithoutTimes(string text)
    {
        var begin = text.IndexOf("\n  \"times\": {", StringComparison.Ordinal);
        var end = text.IndexOf("\n  \"footer\": {", StringComparison.Ordinal);
        Xunit.Assert.InRange(begin, 1, end);
        return text[..begin] + text[end..].TrimEnd('\n');
    }
}
