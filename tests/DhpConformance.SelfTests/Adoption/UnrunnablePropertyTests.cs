using Xunit.Abstractions;

namespace DhpConformance.SelfTests.Adoption;

/// <summary>A property never passes without having run, and a run always ends.</summary>
public sealed class UnrunnablePropertyTests
{
    private const string Waits =
        " starts an async void method, and would pass before that has ended; let it return Task";

    private const string Ends = "MaxTest is 0 or less, so that the property would never end, or StartSize or EndSize "
        + "is out of range; give MaxTest a number from 1, and leave the other two out.";

    [Theory]
    [InlineData(nameof(Unrunnable.IsAsyncVoid))]
    [InlineData(nameof(Unrunnable.IsAsyncVoidAndThrowsAtOnce))]
    [InlineData(nameof(Unrunnable.IsAsyncVoidInParallel))]
    [InlineData(nameof(Unrunnable.StartsAsyncVoid))]
    public async Task A_property_that_nobody_would_wait_for_fails(string property) =>
        Assert.Contains(property + Waits, await WhyItFails(property), StringComparison.Ordinal);

    [Fact]
    public async Task A_property_that_returns_a_task_is_waited_for() => Assert.Contains(
        "this is seen", await WhyItFails(nameof(Unrunnable.Awaits)), StringComparison.Ordinal);

    [Fact]
    public async Task What_is_used_by_a_property_may_do_as_it_likes()
    {
        using var session = await XunitSession.RunProperty(
            typeof(Unrunnable), nameof(Unrunnable.UsesWhatStartsAsyncVoid));
        Assert.Empty(session.Messages.OfType<ITestFailed>().Select(failed => failed.Messages[0]));
        Assert.Single(session.Messages.OfType<ITestPassed>());
    }

    [Theory]
    [InlineData(nameof(Unrunnable.AsksForNoTest))]
    [InlineData(nameof(Unrunnable.AsksForLessThanNoTest))]
    [InlineData(nameof(Unrunnable.AsksForMuchLessThanNoTest))]
    public async Task A_property_that_would_never_end_fails(string property) =>
        Assert.Contains(Ends, await WhyItFails(property), StringComparison.Ordinal);

    [Theory]
    [InlineData(nameof(Unrunnable.TraitsAlone), "Server (special) claims nothing, so that nearly every operation")]
    [InlineData(nameof(Unrunnable.NoPartitions), "Limits.Partitions is 0; let it be 1 or more in what Server (any")]
    [InlineData(nameof(Unrunnable.NoRoom), "Limits.MemoryBytes is 512; let it be 1024 or more in what Server (any")]
    [InlineData(nameof(Unrunnable.NoLimits), "Limits of Server (any server) is null; return a new ServerLimits")]
    [InlineData(
        nameof(Unrunnable.ThrowingConstructor),
        "The constructor of Unmakeable threw InvalidOperationException: no lab today. It is asked before")]
    public async Task A_server_that_nothing_can_be_drawn_for_is_told(string property, string why) =>
        Assert.Contains(why, await WhyItFails(property), StringComparison.Ordinal);

    private static async Task<string> WhyItFails(string property)
    {
        using var session = await XunitSession.RunProperty(typeof(Unrunnable), property);
        Assert.Empty(session.Messages.OfType<ITestPassed>());
        return string.Join('\n', Assert.Single(session.Messages.OfType<ITestFailed>()).Messages);
    }
}
