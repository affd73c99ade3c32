using DhpConformance.Engine.Narration;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Verdicts;
using DhpConformance.Model.Rules;
using DhpConformance.Reporting.Failures;
using DhpConformance.Reporting.Text;
using DhpConformance.Reporting.Verdicts;

namespace DhpConformance.Reporting.Markdown;

/// <summary>A summary for a pull request: what to think, a line for each profile, what fails and how.</summary>
internal sealed class MarkdownWriter(TextWriter writer, RunResults results)
{
    // A code host takes so many characters in a comment and no more; the page has the rest.
    private const int MostFailures = 20;

    public static void Write(RunResults results, TextWriter writer) => new MarkdownWriter(writer, results).Write();

    private void Write()
    {
        var conclusion = Conclusion.Of(results);
        Line($"## {conclusion.Word}");
        Line("");
        Line($"{MarkdownText.Code($"{results.Implementation.Name} {results.Implementation.Version}")}: "
            + $"{MarkdownText.Code(conclusion.Sentence)}.");
        Line("");
        foreach (var missing in Completeness.Of(results).Missing)
        {
            Line($"> **INCOMPLETE.** {MarkdownText.Code(missing)}");
            Line("");
        }

        if (ChosenRules.Of(results).Caution is { } caution)
        {
            Line($"> {MarkdownText.Code(caution)}");
            Line("");
        }

        Profiles();
        Failures();
        MarkdownSizes.Write(results, Line);
        Notes();
        var extent = results.Settings.Scope is null
            ? $"Seed {results.Settings.Seed}, {Amount.Of(results.Footer.Cases, "case")}"
            : MarkdownText.Code(RunExtent.Of(results));
        Line($"{extent} in {Amount.Duration(results.Times.ElapsedMilliseconds)}; "
            + $"suite {MarkdownText.Code(results.Suite)}.");
    }

    private void Profiles()
    {
        Line($"| Profile | | {string.Join(" | ", VerdictStyle.All.Select(VerdictStyle.Word))} |");
        Line($"|---|---|{string.Concat(VerdictStyle.All.Select(_ => "--:|"))}");
        foreach (var profile in results.Profiles)
        {
            var counts = VerdictStyle.All.Select(verdict => profile.Rules.Count(rule => rule.Verdict == verdict));
            Line($"| {MarkdownText.Code(profile.Profile.Name)} | **{VerdictStyle.Word(profile.Verdict)}** "
                + $"| {string.Join(" | ", counts.Select(count => Amount.Of(count)))} |");
        }

        Line("");
        foreach (var undecided in UndecidedCases.Sentences(results))
        {
            Line($"> {MarkdownText.Code(undecided)}");
            Line("");
        }
    }

    private void Failures()
    {
        var groups = FailureGroup.All(results);
        foreach (var group in groups.Take(MostFailures))
        {
            var (profile, failure) = group.Failures[0];
            Line(group.Rule is { } rule
                ? $"### {MarkdownText.Code(rule)}{LevelMark.Of(rule)} {RuleCatalog.Find(rule)?.Statement}"
                : "### The implementation or its adapter failed");
            Line("");
            Line($"In {string.Join(", ", group.Failures.Select(one => MarkdownText.Code(one.Profile.Profile.Name)))}. "
                + $"{MarkdownText.Code($"{FailureNarration.Moment(failure)}, {failure.Subject}")}: "
                + $"expected {MarkdownText.Code(failure.Expected)}, observed {MarkdownText.Code(failure.Observed)}.");
            Line("");
            if (failure.Cause is { } cause)
            {
                Line($"Cause: {MarkdownText.Code(cause)}");
                Line("");
            }

            if (group.Known is { } known)
            {
                Line($"Known failure: {MarkdownText.Code(known.Reason)} {MarkdownText.Code(known.Link)}");
                Line("");
            }

            Line(MarkdownText.Block(string.Join('\n',
                [.. FailureNarration.Steps(failure), "", ReplayCommand.Of(profile, failure)])));
            Line("");
        }

        if (groups.Length > MostFailures)
        {
            Line($"… and {Amount.Of(groups.Length - MostFailures, "more rule")}.");
            Line("");
        }
    }

    private void Notes()
    {
        var judged = results.Profiles.SelectMany(profile => profile.Rules).Select(rule => rule.Rule).ToHashSet();
        var shared = (results.Implementation.Notes ?? [])
            .Where(remark => judged.Contains(remark.Rule))
            .GroupBy(remark => remark.Text, remark => remark.Rule)
            .ToList();
        if (shared.Count == 0)
        {
            return;
        }

        Line("| Remark of the adapter | On verdicts of |");
        Line("|---|---|");
        foreach (var remark in shared)
        {
            Line($"| {MarkdownText.Code(remark.Key)} | {MarkdownText.Code(string.Join(", ", remark))} |");
        }

        Line("");
    }

    private void Line(string line)
    {
        writer.Write(line);
        writer.Write('\n');
    }
}
