using DhpConformance.Abstractions;
using DhpConformance.Engine.Consumers;
using DhpConformance.Model.Consumers;
using DhpConformance.Reporting.Text;

namespace DhpConformance.Reporting.Consumers;

/// <summary>The results of a run as Markdown.</summary>
internal static class ConsumerMarkdown
{
    private const int Longest = 2000;

    public static void Write(ConsumerResults results, TextWriter writer)
    {
        Line($"# {results.Consumer.Name} {results.Consumer.Version}");
        Line("");
        Line(results.Headline + ".");
        Line("");
        Line($"* Reached as: `{results.Source}`; role: {Words.Of(results.Consumer.Role)}");
        Line($"* Traits: {DescriptionText.Traits(results.Consumer)}");
        Line($"* {results.Cases} cases, seed {results.Seed}, suite {results.Suite}");
        foreach (var failure in results.Failures)
        {
            Line("");
            Line($"## {failure.Rule ?? "Error"}");
            Line("");
            Line("```");
            foreach (var line in ConsumerFailureText.WithoutLog(failure).Concat(ConsumerFailureText.Log(failure)))
            {
                Line(line);
            }

            Line("```");
        }

        Line("");
        Line("## Rules");
        Line("");
        Line("| Rule | Level | Verdict | Put to the test | Statement | Not verified |");
        Line("|---|---|---|---|---|---|");
        foreach (var result in results.Rules)
        {
            var rule = ConsumerRuleCatalog.Find(result.Rule)!;
            Line($"| {rule.Id} | {Words.Of(rule.Level)} | {Words.Of(result.Verdict)} | {result.Reached} | "
                + $"{rule.Statement} | {result.Reason ?? rule.NotVerified} |");
        }

        // What a consumer says of itself must not command whoever reads it.
        void Line(string text) => writer.WriteLine(SafeText.Line(text, Longest));
    }
}
