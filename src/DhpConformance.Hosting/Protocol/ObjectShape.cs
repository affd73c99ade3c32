using System.Text;
using System.Text.Json;

namespace DhpConformance.Hosting.Protocol;

/// <summary>
/// Finds the members of a JSON object without building anything, and takes no member that it does not know, none
/// twice and none too few: <c>"deadlineMS"</c> must not pass for a <c>"deadlineMs"</c> left out.
/// </summary>
internal sealed class ObjectShape(string[] required, params string[] optional)
{
    private readonly JsonEncodedText[] members =
        [.. required.Concat(optional).Select(name => JsonEncodedText.Encode(name))];

    /// <summary>
    /// Where the value of each member lies in <paramref name="json"/>, in the order of the shape; an empty range for
    /// one that is missing.
    /// </summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="ProtocolException">It is not an object of this shape.</exception>
    public void Read(ReadOnlySpan<byte> json, Span<Range> values)
    {
        values.Clear();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new ProtocolException($"it is not an object: {Excerpt.Of(json)}");
        }

        var member = -1;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            member = IndexOf(ref reader, member + 1);
            if (!values[member].Equals(default))
            {
                throw new ProtocolException($"the member \"{members[member]}\" is given twice");
            }

            reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            values[member] = start..(int)reader.BytesConsumed;
        }

        // Throws if anything but white space follows.
        reader.Read();
        for (var i = 0; i < required.Length; i++)
        {
            if (values[i].Equals(default))
            {
                throw new ProtocolException($"the member \"{required[i]}\" is missing");
            }
        }
    }

    /// <summary>Members mostly come in the order of the shape, so the search begins with the next one.</summary>
    private int IndexOf(ref Utf8JsonReader reader, int first)
    {
        for (var i = 0; i < members.Length; i++)
        {
            var member = (first + i) % members.Length;
            if (JsonName.Is(ref reader, members[member]))
            {
                return member;
            }
        }

        throw new ProtocolException($"the member \"{Encoding.UTF8.GetString(reader.ValueSpan)}\" is unknown");
    }
}
