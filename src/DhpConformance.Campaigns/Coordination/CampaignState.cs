using System.Text.Json.Serialization;
using DhpConformance.Engine.Campaigns;

namespace DhpConformance.Campaigns.Coordination;

/// <summary>
/// What is kept of a campaign. What was reported after it was last kept is done once more: nothing is lost or counted
/// twice, because what is done and what is counted are kept together.
/// </summary>
internal sealed class CampaignState
{
    /// <summary>What it does; null if it was never begun.</summary>
    public CampaignPlan? Plan { get; set; }

    /// <summary>What is counted.</summary>
    public WrittenCampaign? Content { get; set; }

    /// <summary>What it was doing.</summary>
    public CampaignPhase Phase { get; set; }

    /// <summary>Whether it ends by time, and not after a number of cases.</summary>
    public bool IsTimed { get; set; }

    /// <summary>For how much longer work is dealt out, if it is timed.</summary>
    public TimeSpan TimeLeft { get; set; }

    /// <summary>How long a worker may say nothing.</summary>
    public TimeSpan Lease { get; set; }

    /// <summary>When it was begun.</summary>
    public DateTimeOffset Started { get; set; }

    /// <summary>How long it has run.</summary>
    public TimeSpan Elapsed { get; set; }

    /// <summary>All units before this place have been dealt out, if not done.</summary>
    public long Dealt { get; set; }
}

/// <summary>The state of a campaign as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(CampaignState))]
internal sealed partial class StateJson : JsonSerializerContext;
