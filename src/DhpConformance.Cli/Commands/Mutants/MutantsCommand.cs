using System.CommandLine;
using System.Text.Json;
using DhpConformance.Cli.Commands.Consumers;
using DhpConformance.Cli.Output;
using DhpConformance.Cli.Settings;
using DhpConformance.Reference.Consumers;
using DhpConformance.Reference.Mutants;

namespace DhpConformance.Cli.Commands.Mutants;

/// <summary><c>dhp mutants</c>: lists the servers, or the consumers, that break one rule each.</summary>
internal static class MutantsCommand
{
    public static Command Make(ToolEnvironment environment)
    {
        var names = new Argument<string[]>("RULE")
        {
            Description = "Rules or families of them: REP-01, REP-*. Without any, all mutants are listed.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var format = ListingFormat.Option();
        var role = Role.Option();
        var command = new Command(
            "mutants",
            "Lists the mutants. Each breaks one rule; `dhp run --implementation mutant:NAME` shows how it is caught.")
        {
            names,
            format,
            role,
        };
        command.SetAction(parsed =>
        {
            var consumers = parsed.GetValue(role) == Role.Consumer;
            var chosen = (consumers ? RuleSource.OfConsumers : RuleSource.OfListings)
                .Find([.. parsed.GetValue(names) ?? []]).ToHashSet();
            ListedMutant[] mutants = [.. (consumers ? OfConsumers() : OfServers())
                .Where(mutant => chosen.Count == 0 || chosen.Contains(mutant.Rule))];
            ListingFormat.Write(
                environment,
                parsed.GetRequiredValue(format),
                consumers ? WithoutDescription(mutants) : WithDescription(mutants),
                () => JsonSerializer.Serialize(mutants, ListingFormat.Indented));
        });
        return command;
    }

    private static IEnumerable<ListedMutant> OfServers() =>
        MutantCatalog.All.Concat(ConcurrencyMutants.All)
            .Select(mutant => new ListedMutant(mutant.RuleId, mutant.Name, mutant.Description));

    private static IEnumerable<ListedMutant> OfConsumers() =>
        ReferenceConsumers.Mutants.Select(mutant => new ListedMutant(mutant.Rule!, mutant.Name, null));

    private static Listing WithDescription(IEnumerable<ListedMutant> mutants) => new(
        ["Rule", "Mutant", "Its fault"],
        [.. mutants.Select(mutant => new[] { mutant.Rule, mutant.Name, mutant.Description! })]);

    private static Listing WithoutDescription(IEnumerable<ListedMutant> mutants) =>
        new(["Rule", "Mutant"], [.. mutants.Select(mutant => new[] { mutant.Rule, mutant.Name })]);

    private sealed record ListedMutant(string Rule, string Name, string? Description);
}
