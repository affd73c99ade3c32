using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>
/// The vocabulary as JSON, the same in replay files, in results and over a pipe. Strict: a member that is missing,
/// unknown or given twice is an error, so that a misspelt field is never taken for an absent one.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(ServerSetup))]
[JsonSerializable(typeof(Profile))]
[JsonSerializable(typeof(Operation))]
[JsonSerializable(typeof(ImmutableArray<Operation>))]
[JsonSerializable(typeof(Outcome))]
[JsonSerializable(typeof(Observation))]
[JsonSerializable(typeof(ServerLimits))]
[JsonSerializable(typeof(Traits))]
[JsonSerializable(typeof(HotOperationStatus))]
[JsonSerializable(typeof(HotOperationStatus?))]
[JsonSerializable(typeof(DeviceObservation))]
[JsonSerializable(typeof(ApplicationObservation))]
public sealed partial class VocabularyJson : JsonSerializerContext;
