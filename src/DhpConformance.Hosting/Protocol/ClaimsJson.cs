using System.Text;
using System.Text.Json;
using DhpConformance.Abstractions;

namespace DhpConformance.Hosting.Protocol;

/// <summary>
/// Claims as a JSON object with a member for every claim, true or false. A claim left out is an error: silence has
/// been read as "no" by some suites and as "yes" by others, and both hid failures. A claim that is younger than version
/// 1.0 may be left out, and is written only if it is made: who does not know it goes on working.
/// </summary>
internal static class ClaimsJson
{
    private static readonly Claim[] Members = Enum.GetValues<Claim>();

    private static readonly JsonEncodedText[] Names =
        [.. Members.Select(claim => JsonEncodedText.Encode(Name(claim)))];

    private static readonly Claims Younger = Claims.Of(Claim.ConcurrentRequests);

    /// <summary>The claim as it is written in files and messages, such as <c>hot-add-processor</c>.</summary>
    public static string Name(Claim claim) => JsonNamingPolicy.KebabCaseLower.ConvertName(claim.ToString());

    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="ProtocolException">
    /// A claim is unset, unknown, given twice or neither true nor false.
    /// </exception>
    public static Claims Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new ProtocolException("\"claims\" is not an object");
        }

        var (set, made) = (Claims.None, Claims.None);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var claim = Known(ref reader);
            if (set.Has(claim))
            {
                throw new ProtocolException($"the claim \"{Name(claim)}\" is given twice");
            }

            reader.Read();
            set = set.With(claim);
            made = reader.TokenType switch
            {
                JsonTokenType.True => made.With(claim),
                JsonTokenType.False => made,
                _ => throw new ProtocolException($"the claim \"{Name(claim)}\" is neither true nor false"),
            };
        }

        var unset = Members.Where(claim => !set.With([.. Younger]).Has(claim)).Select(Name).ToArray();
        return unset.Length == 0
            ? made
            : throw new ProtocolException(
                $"every claim must be true or false, and unset is: {string.Join(", ", unset)}");
    }

    public static void Write(Utf8JsonWriter json, Claims claims)
    {
        json.WriteStartObject();
        for (var i = 0; i < Names.Length; i++)
        {
            if (claims.Has(Members[i]) || !Younger.Has(Members[i]))
            {
                json.WriteBoolean(Names[i], claims.Has(Members[i]));
            }
        }

        json.WriteEndObject();
    }

    private static Claim Known(ref Utf8JsonReader reader)
    {
        for (var i = 0; i < Names.Length; i++)
        {
            if (JsonName.Is(ref reader, Names[i]))
            {
                return Members[i];
            }
        }

        var name = Encoding.UTF8.GetString(reader.ValueSpan);
        throw new ProtocolException(
            $"the claim \"{Excerpt.Of(name)}\" is unknown{Spelling.Hint(name, Members.Select(Name))}");
    }
}
