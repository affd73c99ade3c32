using System.Text.Json.Serialization;

namespace DhpConformance.Engine.Consumers;

/// <summary>Results of consumers, and replay files, as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    AllowOutOfOrderMetadataProperties = true,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(ConsumerResults))]
[JsonSerializable(typeof(ConsumerReplay))]
public sealed partial class ConsumerResultsJson : JsonSerializerContext;
