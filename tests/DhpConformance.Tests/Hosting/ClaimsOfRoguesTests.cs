using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Hosting;

/// <summary>
/// An adapter that claims what it cannot do is not found out by a channel, but its claims arrive unchanged.
/// </summary>
public sealed class ClaimsOfRoguesTests
{
    [Fact]
    public void What_is_claimed_too_much_reaches_the_judge()
    {
        using var rogue = new Rogue("claims-too-much");
        Assert.Equal(Claims.All, rogue.Server.Describe().Claims);
        rogue.Server.Reset(Setups.Small);
        Assert.Equal(
            Outcome.Refused(RefusalReason.NotSupported),
            rogue.Server.Apply(new HotRemove(Setups.Partition, Setups.Processor)));
    }

    [Fact]
    public void A_description_is_answered_without_a_second_start()
    {
        using var rogue = new Rogue("well-behaved");
        Assert.Equal(rogue.Server.Describe(), rogue.Server.Describe());
        rogue.ResetAndApply();
        Assert.Equal(1, rogue.Starts);
    }
}
