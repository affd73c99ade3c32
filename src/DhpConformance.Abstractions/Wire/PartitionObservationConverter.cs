using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>
/// Writes and reads what a partition shows. A suite that looks after every operation spends half of its time over a
/// pipe here; the serializer is as strict and takes twice as long.
/// </summary>
public sealed class PartitionObservationConverter : JsonConverter<PartitionObservation>
{
    private static readonly JsonEncodedText[] Names =
    [
        JsonEncodedText.Encode("id"),
        JsonEncodedText.Encode("state"),
        JsonEncodedText.Encode("activeProcessors"),
        JsonEncodedText.Encode("maximumProcessors"),
        JsonEncodedText.Encode("activeMasks"),
        JsonEncodedText.Encode("processors"),
        JsonEncodedText.Encode("memoryBytes"),
        JsonEncodedText.Encode("pagedPoolBytes"),
        JsonEncodedText.Encode("nonpagedPoolBytes"),
        JsonEncodedText.Encode("bridges"),
        JsonEncodedText.Encode("latestHotOperation"),
        JsonEncodedText.Encode("devices"),
        JsonEncodedText.Encode("applications"),
    ];

    private static readonly KebabCaseConverter<RunState> State = new();
    private static readonly LogicalProcessorConverter Processor = new();

    private delegate T ReadElement<out T>(ref Utf8JsonReader reader);

    /// <inheritdoc/>
    public override PartitionObservation Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Span<long> numbers = stackalloc long[Names.Length];
        var (state, latest) = (RunState.Stopped, (HotOperationStatus?)null);
        ImmutableArray<ulong> masks = [];
        ImmutableArray<LogicalProcessor> processors = [];
        ImmutableArray<UnitId> bridges = [];
        ImmutableArray<DeviceObservation> devices = [];
        ImmutableArray<ApplicationObservation> applications = [];
        var (seen, member) = (0, 0);
        while ((member = StrictMembers.Next(ref reader, Names, ref seen)) >= 0)
        {
            switch (member)
            {
                case 0 or 2 or 3:
                    numbers[member] = reader.GetInt32();
                    break;
                case 1:
                    state = State.Read(ref reader, typeof(RunState), options);
                    break;
                case 4:
                    masks = List(ref reader, static (ref reader) => reader.GetUInt64());
                    break;
                case 5:
                    processors = List(ref reader, static (ref reader) => ReadProcessor(ref reader));
                    break;
                case 9:
                    bridges = List(ref reader, static (ref reader) => new UnitId(reader.GetInt32()));
                    break;
                case 10:
                    latest = reader.TokenType == JsonTokenType.Null ? null : ReadStatus(ref reader);
                    break;
                case 11:
                    devices = List(ref reader, static (ref reader) => ReadDevice(ref reader));
                    break;
                case 12:
                    applications = List(ref reader, static (ref reader) => ReadApplication(ref reader));
                    break;
                default:
                    numbers[member] = reader.GetInt64();
                    break;
            }
        }

        return new PartitionObservation
        {
            Id = new PartitionId((int)numbers[0]),
            State = state,
            ActiveProcessors = (int)numbers[2],
            MaximumProcessors = (int)numbers[3],
            ActiveMasks = masks,
            Processors = processors,
            MemoryBytes = numbers[6],
            PagedPoolBytes = numbers[7],
            NonpagedPoolBytes = numbers[8],
            Bridges = bridges,
            LatestHotOperation = latest,
            Devices = devices,
            Applications = applications,
        };
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, PartitionObservation value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStartObject();
        writer.WriteNumber(Names[0], value.Id.Value);
        writer.WritePropertyName(Names[1]);
        State.Write(writer, value.State, options);
        writer.WriteNumber(Names[2], value.ActiveProcessors);
        writer.WriteNumber(Names[3], value.MaximumProcessors);
        List(writer, 4, value.ActiveMasks, static (writer, mask) => writer.WriteNumberValue(mask));
        List(writer, 5, value.Processors, static (writer, one) => Processor.Write(writer, one, Options));
        writer.WriteNumber(Names[6], value.MemoryBytes);
        writer.WriteNumber(Names[7], value.PagedPoolBytes);
        writer.WriteNumber(Names[8], value.NonpagedPoolBytes);
        List(writer, 9, value.Bridges, static (writer, bridge) => writer.WriteNumberValue(bridge.Value));
        writer.WritePropertyName(Names[10]);
        JsonSerializer.Serialize(writer, value.LatestHotOperation, VocabularyJson.Default.NullableHotOperationStatus);
        List(writer, 11, value.Devices, static (writer, one) =>
            JsonSerializer.Serialize(writer, one, VocabularyJson.Default.DeviceObservation));
        List(writer, 12, value.Applications, static (writer, one) =>
            JsonSerializer.Serialize(writer, one, VocabularyJson.Default.ApplicationObservation));
        writer.WriteEndObject();
    }

    private static JsonSerializerOptions Options => VocabularyJson.Default.Options;

    private static LogicalProcessor ReadProcessor(ref Utf8JsonReader reader) =>
        Processor.Read(ref reader, typeof(LogicalProcessor), Options);

    private static HotOperationStatus ReadStatus(ref Utf8JsonReader reader) =>
        JsonSerializer.Deserialize(ref reader, VocabularyJson.Default.HotOperationStatus);

    private static DeviceObservation ReadDevice(ref Utf8JsonReader reader) =>
        JsonSerializer.Deserialize(ref reader, VocabularyJson.Default.DeviceObservation);

    // An element may be null; whoever reads a whole message says so.
    private static ApplicationObservation ReadApplication(ref Utf8JsonReader reader) =>
        JsonSerializer.Deserialize(ref reader, VocabularyJson.Default.ApplicationObservation)!;

    private static ImmutableArray<T> List<T>(ref Utf8JsonReader reader, ReadElement<T> read)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException("Expected a list.");
        }

        reader.Read();
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return [];
        }

        var list = ImmutableArray.CreateBuilder<T>();
        for (; reader.TokenType != JsonTokenType.EndArray; reader.Read())
        {
            list.Add(read(ref reader));
        }

        return list.DrainToImmutable();
    }

    private static void List<T>(
        Utf8JsonWriter writer, int member, ImmutableArray<T> list, Action<Utf8JsonWriter, T> write)
    {
        if (list.IsDefault)
        {
            throw new InvalidOperationException($"The list \"{Names[member]}\" was never filled in.");
        }

        writer.WriteStartArray(Names[member]);
        foreach (var element in list)
        {
            write(writer, element);
        }

        writer.WriteEndArray();
    }
}
