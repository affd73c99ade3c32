using DhpConformance.Engine.Results;

namespace DhpConformance.Reporting.Verdicts;

/// <summary>The one line at the top: what to think of the implementation.</summary>
/// <param name="Style">The name of its style.</param>
/// <param name="Word">The verdict in a word or two.</param>
/// <param name="Sentence">The rest of it.</param>
public sealed record Conclusion(string Style, string Word, string Sentence)
{
    /// <summary>What these results amount to.</summary>
    public static Conclusion Of(RunResults results)
    {
        var failing = results.Profiles.Where(profile => profile.Verdict == Verdict.Fail).ToList();
        var broken = failing
            .SelectMany(profile => profile.Rules).Where(rule => rule.Verdict == Verdict.Fail)
            .Select(rule => rule.Rule).Distinct().Count();
        if (failing.Count > 0)
        {
            return new(
                "fail",
                "Not conformant",
                $"{Count(broken, "rule")} broken in {Of(failing.Count, results.Profiles.Length)}");
        }

        if (!Completeness.Of(results).IsWhole)
        {
            return new("inconclusive", "Incomplete", "the run did not get to its end and proves nothing");
        }

        return results.Verdict switch
        {
            Verdict.Error => new("error", "Not judged", "the implementation broke, or the way to it"),
            Verdict.Inconclusive => new("inconclusive", "Not judged", "rules were not put to the test often enough"),
            _ when results.Profiles.IsEmpty => new("inconclusive", "Not judged", "no profile was run"),
            _ when results.Settings.Exhaustive is { } exhaustive =>
                new("pass", "As specified", $"in {Profiles(results)}: {Guarantee.Of(results.Profiles, exhaustive)}"),
            _ => new("pass", "Conformant", $"to {Profiles(results)}"),
        };
    }

    private static string Profiles(RunResults results) =>
        results.Profiles is [var only] ? only.Profile.Name : $"all {results.Profiles.Length} profiles";

    private static string Of(int some, int all) => all == 1 ? "the profile" : $"{some} of {all} profiles";

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
