using System.Text.Json.Serialization;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.Campaigns;

/// <summary>
/// What the processes of a campaign tell each other, and what is kept of it, as JSON. Only processes of one build read
/// it.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowOutOfOrderMetadataProperties = true,
    Converters = [typeof(KebabCaseConverter<OperationKind>)])]
[JsonSerializable(typeof(WrittenBatch))]
[JsonSerializable(typeof(FoundInCase))]
[JsonSerializable(typeof(Failure))]
[JsonSerializable(typeof(WrittenCampaign))]
[JsonSerializable(typeof(CampaignPlan))]
internal sealed partial class CampaignJson : JsonSerializerContext;
