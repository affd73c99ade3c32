using System.Text.Json.Serialization;

namespace DhpConformance.Engine.Replay;

/// <summary>The lines of a replay file as JSON, as strict as the vocabulary.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(ReplayHeader))]
[JsonSerializable(typeof(Exchange))]
[JsonSerializable(typeof(ReplayFooter))]
internal sealed partial class ReplayJson : JsonSerializerContext;
