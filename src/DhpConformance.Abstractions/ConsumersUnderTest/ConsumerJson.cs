using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>Events, calls and answers as JSON, the same in replay files and over a pipe, and as strict.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(ConsumerDescription))]
[JsonSerializable(typeof(ImmutableArray<ConsumerTrait>))]
[JsonSerializable(typeof(ConsumerEvent))]
[JsonSerializable(typeof(ConsumerAnswer))]
[JsonSerializable(typeof(SystemCall))]
[JsonSerializable(typeof(SystemAnswer))]
public sealed partial class ConsumerJson : JsonSerializerContext;
