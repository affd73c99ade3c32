using DhpConformance.Abstractions;
using DhpConformance.Cli.Output;
using DhpConformance.Engine.Results;
using DhpConformance.Reporting;
using DhpConformance.Reporting.Comparison;
using Spectre.Console;

namespace DhpConformance.Cli.Commands.Watch;

/// <summary>Which verdicts changed from one run to the next, regressions first.</summary>
internal static class VerdictChanges
{
    public static void Write(IAnsiConsole console, RunResults before, RunResults now)
    {
        // A name, or a version in it, may be what was changed.
        ComparedRun[] runs = [new("before", before with { Implementation = now.Implementation }), new("now", now)];
        var comparison = Reports.Compare(runs, ReportFormat.Markdown, TextWriter.Null);
        var changes = comparison.Changes.SelectMany(one => one.Changes).ToList();

        // Where a run ended early, hundreds of rules are inconclusive in it and not in the other.
        var told = changes.Where(change => IsDecided(change.Before) && IsDecided(change.After)).ToList();
        foreach (var change in told)
        {
            console.Line(
                $"{change.Rule} {Word(change.Before)} → {Word(change.After)} in {string.Join(", ", change.Profiles)}",
                change.Kind switch
                {
                    ChangeKind.Regression => Color.Red,
                    ChangeKind.Improvement => Color.Green,
                    _ => Color.Yellow,
                });
        }

        var others = changes.Except(told).Sum(change => change.Profiles.Length);
        if (changes.Count == 0)
        {
            console.Line("No verdict has changed.");
        }
        else if (others > 0)
        {
            console.Line($"{Count.Of(others, "more verdict")} changed to or from inconclusive.");
        }
    }

    private static bool IsDecided(Verdict? verdict) => verdict is not (null or Verdict.Inconclusive);

    private static string Word(Verdict? verdict) => verdict is { } one ? Words.Of(one) : "not run";
}
