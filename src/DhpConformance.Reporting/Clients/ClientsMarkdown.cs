using System.Globalization;
using DhpConformance.Engine.Concurrency;
using DhpConformance.Engine.Results;
using DhpConformance.Reporting.Histories;
using DhpConformance.Reporting.Markdown;
using DhpConformance.Reporting.Text;
using DhpConformance.Reporting.Verdicts;

namespace DhpConformance.Reporting.Clients;

/// <summary>
/// A summary for a pull request: a line for each profile, what fails and how, and what was put to the test.
/// </summary>
internal static class ClientsMarkdown
{
    public static void Write(ConcurrentResults results, TextWriter writer)
    {
        var implementation = $"{results.Implementation.Name} {results.Implementation.Version}";
        writer.WriteLine($"## {VerdictStyle.Word(results.Verdict)}");
        writer.WriteLine();
        writer.WriteLine($"{Code(implementation)}, {results.Options.Clients} clients at once, seed "
            + $"{results.Options.Seed.ToString(CultureInfo.InvariantCulture)}.");
        writer.WriteLine();
        foreach (var profile in results.Profiles)
        {
            Write(profile, writer);
        }
    }

    private static void Write(ConcurrentProfileResult profile, TextWriter writer)
    {
        writer.WriteLine($"* {Code(profile.Headline)}");
        foreach (var why in new[] { profile.Fault, profile.Stopped }.OfType<string>())
        {
            writer.WriteLine($"  * {Code(why)}");
        }

        foreach (var rule in profile.Rules.Where(rule => rule.Verdict == Verdict.Inconclusive))
        {
            writer.WriteLine($"  * {rule.Rule} inconclusive: {rule.Reason}");
        }

        writer.WriteLine();
        foreach (var failure in profile.Failures)
        {
            writer.WriteLine($"### {failure.Rule} in {Code(profile.Profile.Name)}");
            writer.WriteLine();
            writer.WriteLine(MarkdownText.Block(string.Join('\n', HistoryText.Lines(failure))));
            writer.WriteLine();
            writer.WriteLine($"In {Amount.Of(failure.Cases, "case")} of {Amount.Of(profile.Cases)}. The history is in "
                + $"{Code(profile.FileOf(failure))}.");
            writer.WriteLine();
        }

        writer.WriteLine("| Overlaps | Of |");
        writer.WriteLine("|--:|---|");
        foreach (var (pair, count) in profile.Conflicts)
        {
            writer.WriteLine($"| {Amount.Of(count)} | {Code(pair)} |");
        }

        writer.WriteLine();
    }

    private static string Code(string text) => MarkdownText.Code(SafeText.Line(text, 500));
}
