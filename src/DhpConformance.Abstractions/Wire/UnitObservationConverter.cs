using System.Text.Json;
using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>Writes and reads a unit, of which an observation has thousands.</summary>
public sealed class UnitObservationConverter : JsonConverter<UnitObservation>
{
    private static readonly JsonEncodedText[] Names =
        [JsonEncodedText.Encode("id"), JsonEncodedText.Encode("owner"), JsonEncodedText.Encode("power")];

    private static readonly KebabCaseConverter<UnitPower> Power = new();

    /// <inheritdoc/>
    public override UnitObservation Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var (id, owner, power) = (0, (PartitionId?)null, UnitPower.On);
        var seen = 0;
        int member;
        while ((member = StrictMembers.Next(ref reader, Names, ref seen)) >= 0)
        {
            switch (member)
            {
                case 0:
                    id = reader.GetInt32();
                    break;
                case 1:
                    owner = reader.TokenType == JsonTokenType.Null ? null : new PartitionId(reader.GetInt32());
                    break;
                default:
                    power = Power.Read(ref reader, typeof(UnitPower), options);
                    break;
            }
        }

        return new UnitObservation(new UnitId(id), owner, power);
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, UnitObservation value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber(Names[0], value.Id.Value);
        if (value.Owner is { } owner)
        {
            writer.WriteNumber(Names[1], owner.Value);
        }
        else
        {
            writer.WriteNull(Names[1]);
        }

        writer.WritePropertyName(Names[2]);
        Power.Write(writer, value.Power, options);
        writer.WriteEndObject();
    }
}
