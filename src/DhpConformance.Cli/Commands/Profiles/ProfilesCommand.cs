using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DhpConformance.Abstractions;
using DhpConformance.Cli.Output;
using DhpConformance.Engine.Profiles;

namespace DhpConformance.Cli.Commands.Profiles;

/// <summary><c>dhp profiles</c>: lists the built-in profiles.</summary>
internal static class ProfilesCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Make(ToolEnvironment environment)
    {
        var format = ListingFormat.Option();
        var command = new Command("profiles", "Lists the built-in profiles.") { format };
        command.SetAction(parsed => ListingFormat.Write(environment, parsed.GetRequiredValue(format), All(), Json));
        return command;
    }

    private static Listing All() => new(
        ["Profile", "Hot add", "Hot replace", "Hot remove", "Architecture", "Behaviours", "Processor limit"],
        [
            .. SelfTestProfiles.All.Select(profile => new[]
            {
                profile == SelfTestProfiles.HotEverything ? $"{profile.Name} (for judging, no Windows)" : profile.Name,
                Kinds(profile, HotOperation.Add),
                Kinds(profile, HotOperation.Replace),
                Kinds(profile, HotOperation.Remove),
                profile.Architecture,
                Joined(profile.Behaviours.Select(Words.Of)),
                profile.ProcessorLimit.ToString(CultureInfo.InvariantCulture),
            }),
        ]);

    private static string Json() => new JsonArray(
        [
            .. SelfTestProfiles.All.Select(profile =>
                JsonSerializer.SerializeToNode(profile, VocabularyJson.Default.Profile)),
        ])
        .ToJsonString(Indented);

    private static string Kinds(Profile profile, HotOperation operation) =>
        Joined(profile.Capabilities.Where(cell => cell.Operation == operation).Select(cell => Words.Of(cell.Kind)));

    private static string Joined(IEnumerable<string> words) => string.Join(", ", words.DefaultIfEmpty("–"));
}
