using DhpConformance.Engine.Consumers;

namespace DhpConformance.Tests.Consumers;

public sealed class SampleDriverTests
{
    [Fact]
    public void The_sample_in_CSharp_keeps_every_duty() =>
        Assert.Empty(ConsumerSuite.Run(() => new Acme.MyDriver(), new() { Cases = 300 }).Failures);
}
