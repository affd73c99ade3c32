using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DhpConformance.Tests.Hosting.Protocol;

/// <summary>
/// A schema of <c>specs</c>, as a judge. It knows just the keywords that are used there, and stops at any
/// other, so that none is ignored.
/// </summary>
internal sealed class Schema
{
    private static readonly Dictionary<string, Schema> Files = [];

    private readonly JsonNode root;
    private readonly string folder;

    private Schema(string path)
    {
        root = JsonNode.Parse(File.ReadAllText(path))!;
        folder = Path.GetDirectoryName(path)!;
    }

    /// <param name="name">The name of a message, such as <c>apply.result</c>.</param>
    public static Schema Of(string name) => OfFile(RepositoryRoot.Of("specs", "protocol", name + ".schema.json"));

    /// <summary>The schema of <c>results.json</c>.</summary>
    public static Schema OfResults() => OfFile(RepositoryRoot.Of("specs", "results.schema.json"));

    /// <summary>The schema of the <c>results.json</c> of several clients.</summary>
    public static Schema OfClients() => OfFile(RepositoryRoot.Of("specs", "clients-results.schema.json"));

    /// <summary>The schema of a line of a history.</summary>
    public static Schema OfHistory() => OfFile(RepositoryRoot.Of("specs", "history.schema.json"));

    /// <summary>The part of SARIF that reports use.</summary>
    public static Schema OfSarif() =>
        OfFile(RepositoryRoot.Of("tests", "DhpConformance.Tests", "Reporting", "sarif.schema.json"));

    /// <summary>The part of a file for continuous integration that <c>dhp init</c> uses.</summary>
    /// <param name="system">The system, as <c>--ci</c> calls it.</param>
    public static Schema OfCi(string system) =>
        OfFile(RepositoryRoot.Of("tests", "DhpConformance.Tests", "Cli", "Ci", system + ".schema.json"));

    public bool Accepts(JsonNode? value) => Accepts(root.AsObject(), value);

    private static Schema OfFile(string path)
    {
        lock (Files)
        {
            return Files.TryGetValue(path, out var known) ? known : Files[path] = new Schema(path);
        }
    }

    private bool Accepts(JsonObject schema, JsonNode? value) =>
        schema.All(keyword => Accepts(schema, keyword.Key, keyword.Value!, value));

    private bool Accepts(JsonObject schema, string keyword, JsonNode argument, JsonNode? value) => keyword switch
    {
        "$schema" or "$defs" or "title" or "description" => true,
        "$ref" => Refer((string)argument!).Invoke(value),
        "type" => Is((string)argument!, value),
        "const" => JsonNode.DeepEquals(argument, value),
        "enum" => argument.AsArray().Any(one => JsonNode.DeepEquals(one, value)),
        "oneOf" => argument.AsArray().Count(one => Accepts(one!.AsObject(), value)) == 1,
        "minimum" => value is null || Number(value) is not { } number || number >= Number(argument),
        "maximum" => value is null || Number(value) is not { } number || number <= Number(argument),
        "pattern" => !Is("string", value) || Regex.IsMatch((string)value!, (string)argument!),
        "maxLength" => !Is("string", value) || ((string)value!).Length <= (int)argument,
        "minItems" => value is not JsonArray list || list.Count >= (int)argument,
        "items" => value is not JsonArray list || list.All(item => Accepts(argument.AsObject(), item)),
        "required" => value is not JsonObject some || argument.AsArray().All(name => some.ContainsKey((string)name!)),
        "properties" => value is not JsonObject some || argument.AsObject().All(property =>
            !some.TryGetPropertyValue(property.Key, out var member) || Accepts(property.Value!.AsObject(), member)),
        "additionalProperties" => value is not JsonObject some || some.All(member =>
            schema["properties"]!.AsObject().ContainsKey(member.Key)),
        _ => throw new NotSupportedException($"The keyword {keyword} is not known to the tests."),
    };

    private Func<JsonNode?, bool> Refer(string reference)
    {
        var parts = reference.Split("#/$defs/");
        var file = parts[0].Length == 0 ? this : OfFile(Path.Combine(folder, parts[0]));
        return value => file.Accepts(file.root["$defs"]![parts[1]]!.AsObject(), value);
    }

    private static bool Is(string type, JsonNode? value) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "null" => value is null,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "string" => value?.GetValueKind() is JsonValueKind.String,
        "integer" => value is not null && Number(value) is { } number && decimal.IsInteger(number),
        _ => throw new NotSupportedException($"The type {type} is not known to the tests."),
    };

    private static decimal? Number(JsonNode value) =>
        value.GetValueKind() is JsonValueKind.Number
            ? decimal.Parse(value.ToJsonString(), CultureInfo.InvariantCulture)
            : null;
}
