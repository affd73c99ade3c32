using System.Collections.Immutable;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;

namespace DhpConformance.Engine.Campaigns;

/// <summary>Cases that are executed together: a batch of one profile.</summary>
/// <param name="Profile">The place of the profile, from 0.</param>
/// <param name="Batch">Which batch of it, from 0.</param>
internal readonly record struct UnitOfWork(int Profile, int Batch)
{
    /// <summary>
    /// The unit with this place in the order in which they are dealt out: batch by batch, each for all profiles.
    /// </summary>
    /// <param name="place">The place, from 0.</param>
    /// <param name="profiles">How many profiles there are.</param>
    public static UnitOfWork At(long place, int profiles) => new((int)(place % profiles), (int)(place / profiles));
}

/// <summary>The content of a <see cref="CampaignLedger"/>.</summary>
/// <param name="Cases">Cases of each profile, less than planned once the campaign is to end.</param>
/// <param name="Profiles">What is counted of each profile.</param>
/// <param name="Explained">The failures that are explained.</param>
internal sealed record WrittenCampaign(
    int Cases, ImmutableArray<WrittenLedger> Profiles, ImmutableArray<ExplainedFailure> Explained);

/// <summary>A failure that is explained.</summary>
/// <param name="Profile">The place of its profile.</param>
/// <param name="Rule">Its rule as it was found; empty for none.</param>
/// <param name="Case">The case in which it was found.</param>
/// <param name="Failure">The explanation.</param>
internal sealed record ExplainedFailure(int Profile, string Rule, int Case, Failure Failure);
