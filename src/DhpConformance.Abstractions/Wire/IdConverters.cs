using System.Text.Json;
using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

internal sealed class UnitIdConverter : JsonConverter<UnitId>
{
    public override UnitId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetInt32());

    public override void Write(Utf8JsonWriter writer, UnitId value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Value);
}

internal sealed class PartitionIdConverter : JsonConverter<PartitionId>
{
    public override PartitionId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetInt32());

    public override void Write(Utf8JsonWriter writer, PartitionId value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Value);
}

internal sealed class ConsumerIdConverter : JsonConverter<ConsumerId>
{
    public override ConsumerId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetInt32());

    public override void Write(Utf8JsonWriter writer, ConsumerId value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Value);
}
