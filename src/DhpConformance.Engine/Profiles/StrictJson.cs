using System.Text;
using System.Text.Json;

namespace DhpConformance.Engine.Profiles;

/// <summary>
/// Finds what a JSON text must not have and a JSON library accepts: a member twice, of which one is ignored without a
/// word; half of a pair of surrogates, which throws where the text is first used; and, where asked for, null in a list.
/// </summary>
public static class StrictJson
{
    /// <summary>The first flaw, as a sentence; null if there is none.</summary>
    /// <param name="json">The text.</param>
    /// <param name="names">When two members have the same name; null for the same characters.</param>
    /// <param name="refusesNullInLists">Whether null in a list is a flaw.</param>
    /// <param name="options">What else is accepted, such as comments.</param>
    /// <exception cref="JsonException">It is not JSON.</exception>
    public static string? FirstFlaw(
        string json,
        StringComparer? names = null,
        bool refusesNullInLists = false,
        JsonReaderOptions options = default)
    {
        ArgumentNullException.ThrowIfNull(json);
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), options);
        var objects = new Stack<HashSet<string>?>();
        var member = "";
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    objects.Push(new(names ?? StringComparer.Ordinal));
                    break;
                case JsonTokenType.StartArray:
                    objects.Push(null);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    objects.Pop();
                    break;
                case JsonTokenType.PropertyName or JsonTokenType.String when Decoded(ref reader) is null:
                    return $"{Raw(ref reader)} has half of a pair of surrogates; correct it.";
                case JsonTokenType.PropertyName when reader.GetString() is var name && objects.Peek()!.Add(name!):
                    member = name!;
                    break;
                case JsonTokenType.PropertyName:
                    return $"an object in it has the same member twice, {Raw(ref reader)}; leave one of them out.";
                case JsonTokenType.Null when refusesNullInLists && objects.TryPeek(out var owner) && owner is null:
                    return $"the list \"{member}\" has null in it, where a value is required.";
            }
        }

        return null;
    }

    private static string? Decoded(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // As it stands in the text: what cannot be decoded cannot be shown otherwise.
    private static string Raw(ref Utf8JsonReader reader) => $"\"{Encoding.UTF8.GetString(reader.ValueSpan)}\"";
}
