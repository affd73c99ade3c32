using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Cli.Commands.Consumers;
using DhpConformance.Cli.Output;
using DhpConformance.Cli.Settings;
using DhpConformance.Model.Concurrency;
using DhpConformance.Model.Consumers;
using DhpConformance.Model.Rules;

namespace DhpConformance.Cli.Commands.Rules;

/// <summary><c>dhp rules</c>: lists all rules, or those that are named.</summary>
internal static class RulesCommand
{
    private static readonly string[] Columns = ["Rule", "Level", "Statement", "Testable", "Sources"];

    public static Command Make(ToolEnvironment environment)
    {
        var names = new Argument<string[]>("RULE")
        {
            Description = "Rules or families of them: REP-01, REP-*. Without any, the command lists all.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var format = ListingFormat.Option();
        var role = Role.Option();
        var command = new Command(
            "rules",
            "Lists all rules, including those that cannot be tested, or the named rules; `dhp explain RULE` describes "
            + "one in full.")
        {
            names,
            format,
            role,
        };
        command.SetAction(parsed =>
        {
            var consumers = parsed.GetValue(role) == Role.Consumer;
            ImmutableArray<string> named = [.. parsed.GetValue(names) ?? []];
            var chosen = (consumers ? RuleSource.OfConsumers : RuleSource.OfListings).Find(named).ToHashSet();
            ListingFormat.Write(
                environment,
                parsed.GetRequiredValue(format),
                consumers ? Duties(chosen) : All(chosen),
                () => consumers ? DutiesJson(chosen) : Json(chosen));
        });
        return command;
    }

    private static IEnumerable<Rule> Rules(HashSet<string> chosen) =>
        RuleCatalog.All.Concat(ConcurrencyRuleCatalog.All.Select(Listed))
            .Where(rule => chosen.Count == 0 || chosen.Contains(rule.Id));

    private static Rule Listed(ConcurrencyRule rule) =>
        new(rule.Id, rule.Statement) { Sources = rule.Sources, Derived = true };

    private static IEnumerable<ConsumerRule> Consumers(HashSet<string> chosen) =>
        ConsumerRuleCatalog.All.Where(rule => chosen.Count == 0 || chosen.Contains(rule.Id));

    private static Listing All(HashSet<string> chosen) => new(
        Columns,
        [
            .. Rules(chosen).Select(rule =>
                Row(rule.Id, rule.Level, rule.Statement, rule.NotTestable, rule.Sources, rule.Derived)),
        ]);

    private static string Json(HashSet<string> chosen) => JsonSerializer.Serialize(
        Rules(chosen).Select(rule => new
        {
            rule.Id,
            rule.Group,
            rule.Level,
            rule.Statement,
            rule.Sources,
            rule.Derived,
            Claims = rule.Claims.ToArray(),
            rule.Behaviour,
            rule.Capability,
            rule.CapabilityKind,
            rule.NotVerified,
            rule.NotTestable,
        }),
        ListingFormat.Indented);

    private static Listing Duties(HashSet<string> chosen) => new(
        Columns,
        [
            .. Consumers(chosen).Select(rule =>
                Row(rule.Id, rule.Level, rule.Statement, rule.NotTestable, rule.Sources, rule.Derived)),
        ]);

    private static string DutiesJson(HashSet<string> chosen) =>
        JsonSerializer.Serialize(Consumers(chosen), ListingFormat.Indented);

    private static string[] Row(
        string id, Level level, string statement, string? notTestable, ImmutableArray<string> sources, bool derived) =>
    [
        id,
        Words.Of(level),
        statement,
        notTestable is null ? "yes" : $"no: {notTestable}",
        string.Join(", ", sources) + (derived ? " (derived)" : ""),
    ];
}
