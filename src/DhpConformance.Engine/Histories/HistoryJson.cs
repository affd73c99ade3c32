using System.Text.Json.Serialization;

namespace DhpConformance.Engine.Histories;

/// <summary>The lines of a history as JSON, as strict as the vocabulary.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(HistoryHeader))]
[JsonSerializable(typeof(HistoryEvent))]
[JsonSerializable(typeof(HistoryFooter))]
internal sealed partial class HistoryJson : JsonSerializerContext;

/// <summary>The last line of a history: a file without it, or with another count, is not whole.</summary>
/// <param name="End">How many events stand between the header and this line.</param>
internal sealed record HistoryFooter(int End);
