using System.CommandLine;
using System.Text.Json;
using DhpConformance.Cli.Output;
using DhpConformance.Model.Concurrency;
using DhpConformance.Model.Consumers;
using DhpConformance.Model.Rules;

namespace DhpConformance.Cli.Commands.Explain;

/// <summary><c>dhp explain</c>: says all about one rule.</summary>
internal static class ExplainCommand
{
    private const string Text = "text";
    private const string Json = "json";

    public static Command Make(ToolEnvironment environment)
    {
        var name = new Argument<string>("RULE")
        {
            Description = "A rule of servers, REP-01, one for requests that overlap, LIN-01, or a duty of drivers and "
                + "applications, C-REB-01.",
        };
        var format = new Option<string>("--format")
        {
            HelpName = $"{Text}|{Json}",
            Description = "How to write it.",
            DefaultValueFactory = _ => Text,
        };
        format.AcceptOnlyFromAmong(Text, Json);
        var command = new Command(
            "explain",
            "Describes one rule in full: its sources, how it is judged, what is not verified, what a server needs to "
            + "be judged by it, which mutants break it, a counterexample, and which conforming variants differ.")
        {
            name,
            format,
        };
        command.SetAction(parsed =>
        {
            var explained = Find(parsed.GetRequiredValue(name));
            if (parsed.GetValue(format) == Json)
            {
                environment.Output.WriteLine(JsonSerializer.Serialize(explained, ListingFormat.Indented));
                return;
            }

            foreach (var line in new ExplanationText(explained, environment.TableWidth).Lines())
            {
                environment.Console.Line(line);
            }
        });
        return command;
    }

    private static RuleExplanation Find(string id) =>
        RuleCatalog.Find(id) is { } rule ? Explanations.Of(rule)
        : ConsumerRuleCatalog.Find(id) is { } duty ? Explanations.Of(duty)
        : ConcurrencyRuleCatalog.All.FirstOrDefault(one => one.Id.Equals(id, StringComparison.OrdinalIgnoreCase))
            is { } overlapping ? Explanations.Of(overlapping)
        : throw new BadInputException(
            $"There is no rule {id}; `dhp rules` and `dhp rules --role consumer` list them all."
            + Suggestion.For(
                id,
                RuleCatalog.All.Select(one => one.Id)
                    .Concat(ConsumerRuleCatalog.All.Select(one => one.Id))
                    .Concat(ConcurrencyRuleCatalog.All.Select(one => one.Id))));
}
