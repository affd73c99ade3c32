using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DhpConformance.Abstractions;
using DhpConformance.Cli.Output;
using DhpConformance.Model.Rules;

namespace DhpConformance.Cli.Commands.Rules;

/// <summary><c>dhp rules</c>: lists all rules.</summary>
internal static class RulesCommand
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static Command Make(Surroundings surroundings)
    {
        var format = ListingFormat.Option();
        var command = new Command("rules", "Lists all rules, those that cannot be tested among them.") { format };
        command.SetAction(parsed => ListingFormat.Write(surroundings, parsed.GetRequiredValue(format), All(), Json));
        return command;
    }

    private static Listing All() => new(
        ["Rule", "Level", "Statement", "Sources", "Testable"],
        [
            .. RuleCatalog.All.Select(rule => new[]
            {
                rule.Id,
                Words.Of(rule.Level),
                rule.Statement,
                string.Join(", ", rule.Sources) + (rule.Derived ? " (derived)" : ""),
                rule.NotTestable is { } why ? $"no: {why}" : "yes",
            }),
        ]);

    private static string Json() => JsonSerializer.Serialize(
        RuleCatalog.All.Select(rule => new
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
        Indented);
}
