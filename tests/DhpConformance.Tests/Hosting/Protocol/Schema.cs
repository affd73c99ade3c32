using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DhpConformance.Tests.Hosting.Protocol;

/// <summary>
/// A schema of <c>specs/protocol</c>, as a judge. It knows just the keywords that are used there, and stops at any
/// other, so that none is ignored.
/// </summary>
internal sealed class Schema
{
    private static readonly Dictionary<string, Schema> Files = [];

    private readonly JsonNode root;

    private Schema(JsonNode root) => this.root = root;

    /// <param name="name">Such as <c>apply.result</c>.</param>
    public static Schema Of(string name) => OfFile(name + ".schema.json");

    public bool Accepts(JsonNode? value) => Accepts(root.AsObject(), value);

    private static Schema OfFile(string file)
    {
        lock (Files)
        {
            var path = RepositoryRoot.Of("specs", "protocol", file);
            return Files.TryGetValue(file, out var known)
                ? known
                : Files[file] = new Schema(JsonNode.Parse(File.ReadAllText(path))!);
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
        var file = parts[0].Length == 0 ? this : OfFile(parts[0]);
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
