using System.Text.Json;
using DhpConformance.Engine.Profiles;

namespace DhpConformance.Cli.Settings;

/// <summary>
/// <c>dhp.json</c> in the working directory. A key that is misspelt, or set twice, is a mistake and not a comment.
/// </summary>
internal static class SettingsFile
{
    public const string Name = "dhp.json";

    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private static readonly JsonReaderOptions LenientReading = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Keys and values, those of lists as <c>key:0</c>, <c>key:1</c>; null if there is no such file.</summary>
    /// <exception cref="BadInputException">It makes no sense.</exception>
    public static IReadOnlyDictionary<string, string?>? Read(ToolEnvironment environment) =>
        Path.Exists(environment.Resolve(Name)) ? Parse(InputFile.Read(environment, Name)) : null;

    /// <summary>The same of its content.</summary>
    public static Dictionary<string, string?> Parse(string json)
    {
        using var document = Document(json);
        var values = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new BadInputException($"{Name} is not an object; write {{ \"cases\": 500 }}, for instance.");
        }

        foreach (var member in document.RootElement.EnumerateObject())
        {
            var setting = SettingTable.All.FirstOrDefault(
                known => string.Equals(known.Key, member.Name, StringComparison.OrdinalIgnoreCase))
                ?? throw new BadInputException(
                    $"{Name} sets \"{member.Name}\", which is not a setting; there are "
                    + $"{string.Join(", ", SettingTable.All.Select(known => known.Key))}.");
            if (!(IsPlain(member.Value) || (setting.Many && IsListOfPlain(member.Value))))
            {
                throw new BadInputException(
                    $"\"{setting.Key}\" in {Name} must be text or a number"
                    + $"{(setting.Many ? ", or a list of them" : "")}.");
            }

            if (member.Value.ValueKind != JsonValueKind.Array)
            {
                values[setting.Key] = member.Value.ToString();
                continue;
            }

            foreach (var (place, element) in member.Value.EnumerateArray().Index())
            {
                values[$"{setting.Key}:{place}"] = element.ToString();
            }
        }

        return values;
    }

    private static JsonDocument Document(string json)
    {
        try
        {
            // The same key in other letters is the same setting.
            return StrictJson.FirstFlaw(json, StringComparer.OrdinalIgnoreCase, options: LenientReading) is { } flaw
                ? throw new BadInputException($"{Name} cannot be used: {flaw}")
                : JsonDocument.Parse(json, Lenient);
        }
        catch (JsonException exception)
        {
            throw new BadInputException(
                $"{Name} is not JSON at {JsonPosition.Of(exception)}; correct it there.", cause: exception);
        }
    }

    private static bool IsPlain(JsonElement value) =>
        value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False;

    private static bool IsListOfPlain(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(IsPlain);
}
