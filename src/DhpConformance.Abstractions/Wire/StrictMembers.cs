using System.Numerics;
using System.Text.Json;

namespace DhpConformance.Abstractions;

/// <summary>
/// Walks through the members of a JSON object, each of which must be known, come once, and be there. For what comes by
/// the thousand: it is several times as fast as the serializer, which is as strict.
/// </summary>
internal static class StrictMembers
{
    /// <summary>Goes to the value of the next member, and answers which one it is; -1 after the last.</summary>
    /// <param name="reader">At the beginning of the object, or after a value in it.</param>
    /// <param name="names">The members, at most 31.</param>
    /// <param name="seen">A bit for each member that was met; 0 at the beginning.</param>
    /// <exception cref="JsonException">A member is unknown, given twice, or missing.</exception>
    public static int Next(ref Utf8JsonReader reader, ReadOnlySpan<JsonEncodedText> names, ref int seen)
    {
        if (seen == 0 && reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Expected an object.");
        }

        reader.Read();
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            return seen == (1 << names.Length) - 1 ? -1 : throw new JsonException("A member is missing.");
        }

        var member = IndexOf(ref reader, names, BitOperations.PopCount((uint)seen));
        if ((seen & (1 << member)) != 0)
        {
            throw new JsonException($"The member \"{names[member]}\" is given twice.");
        }

        seen |= 1 << member;
        reader.Read();
        return member;
    }

    /// <summary>Members mostly come in their usual order, so the search begins with the one that is due.</summary>
    private static int IndexOf(ref Utf8JsonReader reader, ReadOnlySpan<JsonEncodedText> names, int due)
    {
        for (var i = 0; i < names.Length; i++)
        {
            var member = (due + i) % names.Length;
            if (reader.ValueTextEquals(names[member].EncodedUtf8Bytes))
            {
                return member;
            }
        }

        throw new JsonException("A member is unknown.");
    }
}
