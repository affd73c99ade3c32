using DhpConformance.Engine.Results;
using DhpConformance.Engine.Verdicts;
using DhpConformance.Model.Rules;
using DhpConformance.Reporting.Markdown;
using DhpConformance.Reporting.Text;
using DhpConformance.Reporting.Verdicts;

namespace DhpConformance.Reporting.Comparison;

/// <summary>A comparison as Markdown.</summary>
internal sealed class ComparisonMarkdown(TextWriter writer, RunComparison comparison)
{
    public static void Write(RunComparison comparison, TextWriter writer) =>
        new ComparisonMarkdown(writer, comparison).Write();

    private void Write()
    {
        Line("## Comparison");
        Line("");
        for (var i = 0; i < comparison.Runs.Length; i++)
        {
            var results = comparison.Runs[i].Results;
            Line($"{i + 1}. {MarkdownText.Code($"{results.Implementation.Name} {results.Implementation.Version}")}, "
                + $"{MarkdownText.Code(comparison.Runs[i].Label)}: **{Conclusion.Of(results).Word}**"
                + (Completeness.Of(results).IsWhole ? "" : ", INCOMPLETE"));
        }

        Line("");
        foreach (var caution in comparison.Cautions)
        {
            Line($"> {MarkdownText.Code(caution)}");
            Line("");
        }

        foreach (var changes in comparison.Changes)
        {
            Changes(changes);
        }

        Matrix();
    }

    private void Changes(RunChanges changes)
    {
        Line($"### From {MarkdownText.Code(changes.Before.Label)} to {MarkdownText.Code(changes.After.Label)}");
        Line("");
        if (changes.Changes.IsEmpty)
        {
            Line("No verdict changed.");
            Line("");
            return;
        }

        Line("| | Rule | Before | After | Profiles |");
        Line("|---|---|---|---|---|");
        foreach (var change in changes.Changes)
        {
            Line($"| {(change.Kind == ChangeKind.Regression ? "**regression**" : Abstractions.Words.Of(change.Kind))} "
                + $"| {MarkdownText.Code(change.Rule)}{LevelMark.Of(change.Rule)} "
                + $"| {Word(change.Before)} | {Word(change.After)} "
                + $"| {string.Join(", ", change.Profiles.Select(MarkdownText.Code))} |");
        }

        Line("");
    }

    private void Matrix()
    {
        var differing = comparison.Differing.ToList();
        Line(differing.Count == 0
            ? $"All {Amount.Of(comparison.Rules.Length, "rule")} have the same verdict in every run."
            : $"The verdicts of {Amount.Of(differing.Count)} of {Amount.Of(comparison.Rules.Length, "rule")} differ:");
        Line("");
        if (differing.Count == 0)
        {
            return;
        }

        Line($"| Rule | {string.Join(" | ", comparison.Runs.Select((_, i) => i + 1))} | |");
        Line($"|---|{string.Concat(comparison.Runs.Select(_ => "---|"))}---|");
        foreach (var rule in differing)
        {
            var verdicts = comparison.Runs.Select((_, run) => Word(comparison.Verdict(rule, run)));
            Line($"| {MarkdownText.Code(rule)}{LevelMark.Of(rule)} | {string.Join(" | ", verdicts)} "
                + $"| {RuleCatalog.Find(rule)?.Statement} |");
        }
    }

    private static string Word(Verdict? verdict) => verdict is { } one ? VerdictStyle.Word(one) : "not run";

    private void Line(string line)
    {
        writer.Write(line);
        writer.Write('\n');
    }
}
