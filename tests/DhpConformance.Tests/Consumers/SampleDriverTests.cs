using DhpConformance.Engine.Consumers;

namespace DhpConformance.Tests.Consumers;

/// <summary>The samples in C# that strangers begin with are right.</summary>
public sealed class SampleDriverTests
{
    [Fact]
    public void The_sample_in_CSharp_keeps_every_duty() =>
        Assert.Empty(ConsumerSuite.Run(() => new Acme.MyDriver(), new() { Cases = 300 }).Failures);

    [Fact]
    public void The_application_in_CSharp_keeps_every_duty() =>
        Assert.Empty(ConsumerSuite.Run(() => new Acme.MyApplication(), new() { Cases = 300 }).Failures);
}
