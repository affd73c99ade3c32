using System.Text.Json;
using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>Writes an id as a plain number.</summary>
public sealed class UnitIdConverter : JsonConverter<UnitId>
{
    /// <inheritdoc/>
    public override UnitId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetInt32());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, UnitId value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Value);
}

/// <summary>Writes an id as a plain number.</summary>
public sealed class PartitionIdConverter : JsonConverter<PartitionId>
{
    /// <inheritdoc/>
    public override PartitionId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetInt32());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PartitionId value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Value);
}

/// <summary>Writes an id as a plain number.</summary>
public sealed class ConsumerIdConverter : JsonConverter<ConsumerId>
{
    /// <inheritdoc/>
    public override ConsumerId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetInt32());

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ConsumerId value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.Value);
}
