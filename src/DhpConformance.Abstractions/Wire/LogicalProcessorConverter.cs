using System.Text.Json;
using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>Writes and reads a logical processor, of which an observation has thousands.</summary>
public sealed class LogicalProcessorConverter : JsonConverter<LogicalProcessor>
{
    private static readonly JsonEncodedText[] Names =
    [
        JsonEncodedText.Encode("index"),
        JsonEncodedText.Encode("group"),
        JsonEncodedText.Encode("number"),
        JsonEncodedText.Encode("unit"),
    ];

    /// <inheritdoc/>
    public override LogicalProcessor Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Span<int> values = stackalloc int[4];
        var seen = 0;
        int member;
        while ((member = StrictMembers.Next(ref reader, Names, ref seen)) >= 0)
        {
            values[member] = reader.GetInt32();
        }

        return new LogicalProcessor(values[0], values[1], values[2], new UnitId(values[3]));
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, LogicalProcessor value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber(Names[0], value.Index);
        writer.WriteNumber(Names[1], value.Group);
        writer.WriteNumber(Names[2], value.Number);
        writer.WriteNumber(Names[3], value.Unit.Value);
        writer.WriteEndObject();
    }
}
