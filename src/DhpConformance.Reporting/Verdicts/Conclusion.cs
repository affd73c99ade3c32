using DhpConformance.Engine.Results;
using DhpConformance.Engine.Verdicts;


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
            .Select(rule => rule.Rule).ToHashSet();
        var known = results.Implementation.KnownFailures?.Count(
            one => broken.Contains(one.Rule) && !failing.SelectMany(one.Others).Any()) ?? 0;
        if (failing.Count > 0)
        {
            return new(
                "fail",
                "Not conformant",
                $"{Count(broken.Count, "rule")} broken{LevelMark.OfAll(broken)} "
                    + $"in {Of(failing.Count, results.Profiles.Length)}{With(results)}"
                    + (known == 0 ? "" : $", {(known == broken.Count ? "all" : known)} known"));
        }

        if (!Completeness.Of(results).IsWhole)
        {
            var why = results.Settings.Shard is null || !results.Footer.Complete
                ? "the run did not finish and proves nothing"
                : "one shard of a run proves nothing";
            return new("inconclusive", "Incomplete", why);
        }

        return results.Verdict switch
        {
            Verdict.Error => new("error", "Not judged", "the implementation or its adapter failed"),
            Verdict.Inconclusive => new("inconclusive", "Not judged", "rules were not tested often enough"),
            _ when results.Profiles.IsEmpty => new("inconclusive", "Not judged", "no profile was run"),
            _ when ChosenRules.Of(results) is { Any: true } chosen => new(
                "inconclusive",
                chosen.Outcome,
                $"in {Profiles(results)}; this shows nothing about the other rules"),
            _ when results.Settings.Scope is not null =>
                new(
                    "pass",
                    "As specified",
                    $"in {Profiles(results)}: {Guarantee.Of(results.Profiles, results.Settings)}"),
            _ => new("pass", "Conformant", $"to {Profiles(results)}{With(results)}"),
        };
    }

    // Nobody may take a verdict with traits for one without.
    private static string With(RunResults results) => results.Implementation.Traits is { IsEmpty: false } traits
        ? $", with {Count(traits.Count, "trait")}: {traits}"
        : "";

    private static string Profiles(RunResults results) =>
        results.Profiles is [var only] ? only.Profile.Name : $"all {results.Profiles.Length} profiles";

    private static string Of(int some, int all) => all == 1 ? "the profile" : $"{some} of {all} profiles";

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
