namespace DhpConformance.CampaignTests;

/// <summary>A clock that stands still until it is told.</summary>
internal sealed class SetClock : TimeProvider
{
    private DateTimeOffset now = DateTimeOffset.UnixEpoch;

    public void Pass(TimeSpan time) => now += time;

    public override DateTimeOffset GetUtcNow() => now;
}
