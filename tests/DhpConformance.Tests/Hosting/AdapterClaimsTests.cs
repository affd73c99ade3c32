using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Hosting;

/// <summary>
/// An adapter that claims what it cannot do is not found out by a channel, but its claims arrive unchanged.
/// </summary>
public sealed class AdapterClaimsTests
{
    [Fact]
    public void What_is_claimed_too_much_reaches_the_judge()
    {
        using var adapter = new TestAdapter("claims-too-much");
        Assert.Equal(Claims.All, adapter.Server.Describe().Claims);
        adapter.Server.Reset(Setups.Small);
        Assert.Equal(
            Outcome.Refused(RefusalReason.NotSupported),
            adapter.Server.Apply(new HotRemove(Setups.Partition, Setups.Processor)));
    }

    [Fact]
    public void A_description_is_answered_without_a_second_start()
    {
        using var adapter = new TestAdapter("well-behaved");
        Assert.Equal(adapter.Server.Describe(), adapter.Server.Describe());
        adapter.ResetAndApply();
        Assert.Equal(1, adapter.Starts);
    }
}
