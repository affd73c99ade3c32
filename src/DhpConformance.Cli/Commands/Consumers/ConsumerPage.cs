using System.Text;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Consumers;
using DhpConformance.Model.Consumers;
using DhpConformance.Reporting.Text;

namespace DhpConformance.Cli.Commands.Consumers;

/// <summary>The results of a run as a page.</summary>
internal static class ConsumerPage
{
    private const int Longest = 2000;

    public static string Of(ConsumerResults results)
    {
        var page = new StringBuilder();
        Line($"# {results.Consumer.Name} {results.Consumer.Version}");
        Line("");
        Line(results.Headline + ".");
        Line("");
        Line($"* Reached as: `{results.Source}`; role: {Words.Of(results.Consumer.Role)}");
        var traits = results.Consumer.Traits.Select(trait => Words.Of(trait)).DefaultIfEmpty("none");
        Line($"* Traits: {string.Join(", ", traits)}");
        Line($"* {results.Cases} cases, seed {results.Seed}, suite {results.Suite}");
        foreach (var failure in results.Failures)
        {
            Line("");
            Line($"## {failure.Rule ?? "Error"}");
            Line("");
            Line("```");
            foreach (var line in ConsumerFailureText.Lines(failure with { Log = [] }).Concat(failure.Log))
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

        return page.ToString();

        // What a consumer says of itself must not command whoever reads it.
        void Line(string text) => page.Append(SafeText.Line(text, Longest)).Append('\n');
    }
}
