using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DhpConformance.Hosting.Protocol;

/// <summary>Reads one value of a message, and says in the protocol's words why it cannot.</summary>
internal static class JsonValue
{
    public static long Integer(ReadOnlySpan<byte> json, string member)
    {
        var reader = new Utf8JsonReader(json);
        return reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var number)
            ? number
            : throw new ProtocolException($"\"{member}\" is {Excerpt.Of(json)} and not a whole number");
    }

    public static string Text(ReadOnlySpan<byte> json, string member)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            if (reader.Read() && reader.TokenType == JsonTokenType.String)
            {
                return reader.GetString()!;
            }
        }
        catch (InvalidOperationException)
        {
            throw new ProtocolException($"\"{member}\" is not valid UTF-8");
        }

        throw new ProtocolException($"\"{member}\" is {Excerpt.Of(json)} and not text");
    }

    public static bool IsNull(ReadOnlySpan<byte> json) => json.SequenceEqual("null"u8);

    /// <summary>The value as a part of the vocabulary.</summary>
    public static T Vocabulary<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new ProtocolException("it is null");
        }
        catch (JsonException problem)
        {
            throw new ProtocolException(Words(problem.Message, problem.Path));
        }
        catch (NotSupportedException problem)
        {
            // An operation that does not say which one it is.
            throw new ProtocolException(Words(problem.Message, "$"));
        }
    }

    /// <summary>The serializer's message without the parts that only its own developers can use.</summary>
    private static string Words(string message, string? path)
    {
        var text = message.Split(" Path: ")[0].Replace("DhpConformance.Abstractions.", "", StringComparison.Ordinal);
        return $"at {path ?? "$"}: {text.TrimEnd('.')}";
    }
}
