using System.Text.Json;
using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>
/// Writes an enumeration as <c>kebab-case</c> text and takes nothing else. The converter that comes with .NET also
/// takes <c>" Completed "</c>, so an adapter that misspells would pass here and fail elsewhere.
/// </summary>
public sealed class KebabCaseConverter<T> : JsonConverter<T>
    where T : struct, Enum
{
    private static readonly T[] Members = Enum.GetValues<T>();

    private static readonly JsonEncodedText[] Names = [.. Members.Select(member =>
        JsonEncodedText.Encode(JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString())))];

    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            for (var i = 0; i < Names.Length; i++)
            {
                if (reader.ValueTextEquals(Names[i].EncodedUtf8Bytes))
                {
                    return Members[i];
                }
            }
        }

        throw new JsonException($"Expected one of: {string.Join(", ", Names)}.");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Names[Array.IndexOf(Members, value)]);
}
