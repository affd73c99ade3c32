using System.Text.Json;
using DhpConformance.Engine.Profiles;

namespace DhpConformance.Cli.Settings;

/// <summary>
/// <c>dhp.json</c> in the working directory. It is checked before it is used: the configuration library would ignore
/// a key that is misspelt.
/// </summary>
internal static class SettingsFile
{
    public const string Name = "dhp.json";

    // As the configuration library reads it.
    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>The path of the file in a folder; null if there is none.</summary>
    public static string? Find(string folder)
    {
        var path = Path.Combine(folder, Name);
        if (!File.Exists(path))
        {
            return null;
        }

        Check(InputFile.Read(path, Name));
        return path;
    }

    private static void Check(string json)
    {
        using var document = Parse(json);
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
        }
    }

    private static JsonDocument Parse(string json)
    {
        try
        {
            return JsonDocument.Parse(json, Lenient);
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
