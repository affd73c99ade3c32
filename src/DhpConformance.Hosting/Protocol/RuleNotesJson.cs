using System.Collections.Immutable;
using System.Text.Json;

namespace DhpConformance.Hosting.Protocol;

/// <summary>
/// Remarks on rules as a JSON list, in which rules that share a text share an object. One text for each rule: a second
/// one would be a correction of the first or an oversight, and nobody could tell which.
/// </summary>
internal static class RuleNotesJson
{
    private const int LongestText = 500;

    private static readonly ObjectShape Shape = new(["rules", "text"]);

    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="ProtocolException">
    /// A remark names no rule, has no text or one that is too long, or names a rule that has one already.
    /// </exception>
    public static ImmutableArray<RuleNotes> Read(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new ProtocolException("\"remarks\" is not a list");
        }

        var remarks = ImmutableArray.CreateBuilder<RuleNotes>();
        var named = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            var remark = ReadOne(json[start..(int)reader.BytesConsumed]);
            remarks.Add(remark.Rules.FirstOrDefault(rule => !named.Add(rule)) is { } twice
                ? throw new ProtocolException($"\"remarks\" names the rule \"{Excerpt.Of(twice)}\" twice")
                : remark);
        }

        return remarks.ToImmutable();
    }

    private static RuleNotes ReadOne(ReadOnlySpan<byte> json)
    {
        Span<Range> parts = stackalloc Range[2];
        Shape.Read(json, parts);
        var rules = JsonValue.Texts(json[parts[0]], "rules");
        var text = JsonValue.Text(json[parts[1]], "text");
        return string.IsNullOrWhiteSpace(text)
            ? throw new ProtocolException($"\"text\" of the remark on {Excerpt.Of(rules[0])} is empty")
            : text.Length > LongestText
                ? throw new ProtocolException(
                    $"\"text\" of the remark on {Excerpt.Of(rules[0])} has {text.Length} characters, and "
                        + $"{LongestText} is the most")
                : new([.. rules], text);
    }
}
