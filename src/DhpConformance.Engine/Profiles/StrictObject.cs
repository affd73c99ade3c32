using System.Collections.Immutable;
using System.Text.Json;

namespace DhpConformance.Engine.Profiles;

/// <summary>
/// An object of a JSON file that has exactly these members. What is wrong with it is said in a sentence.
/// </summary>
internal readonly struct StrictObject
{
    private readonly JsonElement element;
    private readonly string place;

    /// <param name="element">The object.</param>
    /// <param name="place">What it is, for messages: <c>the profile</c>.</param>
    /// <param name="members">The members it must have.</param>
    public StrictObject(JsonElement element, string place, params ReadOnlySpan<string> members)
        : this(element, place, members, [])
    {
    }

    /// <param name="element">The object.</param>
    /// <param name="place">What it is, for messages: <c>the profile</c>.</param>
    /// <param name="members">The members it must have.</param>
    /// <param name="more">The members it may have.</param>
    public StrictObject(
        JsonElement element, string place, ReadOnlySpan<string> members, ReadOnlySpan<string> more)
    {
        this.element = element;
        this.place = place;
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new UnusableFileException($"{place} is not an object; write {{ … }} with {Listed(members)}.");
        }

        foreach (var member in element.EnumerateObject())
        {
            if (!members.Contains(member.Name) && !more.Contains(member.Name))
            {
                throw new UnusableFileException(
                    $"{place} has an unknown member \"{member.Name}\"; it has {Listed([.. members, .. more])}.");
            }
        }

        foreach (var member in members)
        {
            if (!element.TryGetProperty(member, out _))
            {
                throw new UnusableFileException($"{place} misses \"{member}\"; it needs {Listed(members)}.");
            }
        }
    }

    /// <summary>The document that a file holds; see <see cref="StrictJson"/>.</summary>
    public static JsonDocument Document(string json)
    {
        try
        {
            return StrictJson.FirstFlaw(json) is { } flaw
                ? throw new UnusableFileException(flaw)
                : JsonDocument.Parse(json);
        }
        catch (JsonException exception)
        {
            throw new UnusableFileException(
                $"{JsonPosition.Of(exception)}: it is not JSON; correct it there.", exception);
        }
    }

    /// <summary>A member that is text and not empty.</summary>
    public string Text(string member) =>
        element.GetProperty(member) is { ValueKind: JsonValueKind.String } value
        && value.GetString() is { Length: > 0 } text
            ? text
            : throw new UnusableFileException($"\"{member}\" of {place} must be text, and not empty.");

    /// <summary>A member that is a list of one text or more, none of them empty; null if it is left out.</summary>
    public ImmutableArray<string>? TextsOrNull(string member)
    {
        if (!element.TryGetProperty(member, out var value))
        {
            return null;
        }

        ImmutableArray<string> texts = value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(one => one.ValueKind == JsonValueKind.String ? one.GetString()! : "")]
            : [];
        return texts.IsEmpty || texts.Contains("")
            ? throw new UnusableFileException(
                $"\"{member}\" of {place} must be a list of one text or more, none of them empty; or leave it out.")
            : texts;
    }

    /// <summary>A member that is a whole number, 1 or more.</summary>
    public int Count(string member) =>
        element.GetProperty(member) is { ValueKind: JsonValueKind.Number } value
            && value.TryGetInt32(out var number) && number >= 1
            ? number
            : throw new UnusableFileException(
                $"\"{member}\" of {place} must be a whole number, 1 or more; it is {element.GetProperty(member)}.");

    /// <summary>A member that is a whole number, large or small, this or more.</summary>
    public long LongCount(string member, long least) =>
        element.GetProperty(member) is { ValueKind: JsonValueKind.Number } value
            && value.TryGetInt64(out var number) && number >= least
            ? number
            : throw new UnusableFileException(
                $"\"{member}\" of {place} must be a whole number, {least} or more; it is "
                + $"{element.GetProperty(member)}.");

    /// <summary>A member that is a place in a list of so many, counted from 0, or null.</summary>
    public int? PlaceOrNull(string member, int count) =>
        element.GetProperty(member) is { ValueKind: JsonValueKind.Null } ? null
            : element.GetProperty(member) is { ValueKind: JsonValueKind.Number } value
                && value.TryGetInt32(out var number) && number >= 0 && number < count ? number
            : throw new UnusableFileException(
                $"\"{member}\" of {place} must be a place from 0 to {count - 1}, or null for none; it is "
                + $"{element.GetProperty(member).GetRawText()}.");

    /// <summary>The elements of a member that is a list.</summary>
    public IEnumerable<JsonElement> List(string member) =>
        element.GetProperty(member) is { ValueKind: JsonValueKind.Array } value
            ? value.EnumerateArray()
            : throw new UnusableFileException($"\"{member}\" of {place} must be a list; write [] for none.");

    /// <summary>A member that is a word of the vocabulary.</summary>
    public T Word<T>(string member)
        where T : struct, Enum =>
        Word<T>(element.GetProperty(member), $"\"{member}\" of {place}");

    /// <summary>An element that is a word of the vocabulary.</summary>
    public static T Word<T>(JsonElement element, string place)
        where T : struct, Enum
    {
        var known = Enum.GetValues<T>().ToDictionary(member => Name(member));
        return element.ValueKind == JsonValueKind.String && known.TryGetValue(element.GetString()!, out var word)
            ? word
            : throw new UnusableFileException(
                $"{place} is {element.GetRawText()}, which is unknown; known are: {string.Join(", ", known.Keys)}.");
    }

    private static string Name<T>(T member)
        where T : struct, Enum =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString());

    private static string Listed(ReadOnlySpan<string> members) =>
        string.Join(", ", members.ToArray().Select(member => $"\"{member}\""));
}
