using DhpConformance.Abstractions;
using DhpConformance.Reference.Consumers;
using DhpConformance.Testing;

namespace DhpConformance.SelfTests;

/// <summary>A driver under test, as a test framework sees it.</summary>
public sealed class ConsumerDutiesTests
{
    [Fact]
    public void A_right_driver_passes() =>
        Assert.NotEmpty(ConsumerDuties.Keep(ReferenceConsumers.Find("disk")!.Create, new() { Cases = 100 }).Rules);

    [Fact]
    public void A_duty_that_is_broken_is_told_with_its_sequence()
    {
        var problem = Assert.Throws<RuleNotKeptException>(() =>
            ConsumerDuties.Keep(ReferenceConsumers.Find("thread-at-start")!.Create, new() { Cases = 50 }));
        Assert.Contains("C-PROC-09 (must) is broken", problem.Message, StringComparison.Ordinal);
        Assert.Contains("1. Hot add processor", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_consumer_of_null_is_told() =>
        Assert.Throws<ConsumerFaultException>(() => ConsumerDuties.Keep(() => null!, new()));
}
