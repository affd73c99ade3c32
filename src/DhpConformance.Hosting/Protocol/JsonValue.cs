using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DhpConformance.Abstractions;

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

    /// <summary>A number that counts from 1.</summary>
    public static long Count(ReadOnlySpan<byte> json, string member) => Integer(json, member) switch
    {
        >= 1 and var number => number,
        var number => throw new ProtocolException($"\"{member}\" is {number}, and must be 1 or more"),
    };

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

    /// <summary>A list of one text or more.</summary>
    public static List<string> Texts(ReadOnlySpan<byte> json, string member)
    {
        var reader = new Utf8JsonReader(json);
        var texts = new List<string>();
        if (reader.Read() && reader.TokenType == JsonTokenType.StartArray)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.String)
            {
                texts.Add(Text(json[(int)reader.TokenStartIndex..(int)reader.BytesConsumed], member));
            }
        }

        return reader.TokenType == JsonTokenType.EndArray && texts.Count > 0
            ? texts
            : throw new ProtocolException($"\"{member}\" is not a list of texts");
    }

    /// <summary>The value as a part of the vocabulary.</summary>
    public static T Vocabulary<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(json, type) ?? throw new ProtocolException("it is null");
        }
        catch (Exception problem) when (JsonMisfit.Is(problem))
        {
            throw new ProtocolException(JsonMisfit.Of(problem));
        }
    }
}
