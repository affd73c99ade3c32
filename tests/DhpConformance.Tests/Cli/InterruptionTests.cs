using DhpConformance.Cli;
using DhpConformance.Tests.Hosting;

namespace DhpConformance.Tests.Cli;

/// <summary>
/// Whoever interrupts a command reads that, and not that the implementation broke, or that all is well.
/// </summary>
public sealed class InterruptionTests : IDisposable
{
    private readonly Dhp dhp = new();

    [Theory]
    [InlineData("smoke")]
    [InlineData("record", "--profile", "windows-2000", "--out", "cut.ndjson")]
    [InlineData("replay", "whole.ndjson")]
    public void A_command_that_is_interrupted_while_the_adapter_hangs_says_so(params string[] command)
    {
        dhp.Run("record", "--profile", "windows-2000", "--length", "3", "--out", "whole.ndjson");
        using var interruption = new CancellationTokenSource();
        interruption.CancelAfter(TestAdapter.Short);
        var answer = dhp.Run(
            interruption.Token, [.. command, "--implementation", $"command:{TestAdapter.CommandOf("never-answers")}"]);
        answer.AssertError(20, "Interrupted before it was done, which says nothing about the implementation.");
        Assert.DoesNotContain("broke", answer.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(dhp.Folder.Of("cut.ndjson")));
    }

    [Fact]
    public void A_call_in_process_that_never_returns_is_left_behind()
    {
        using var interruption = new CancellationTokenSource();
        using var never = new ManualResetEventSlim();
        interruption.CancelAfter(TestAdapter.Short);
        Assert.Equal(ExitCode.Inconclusive, Assert.Throws<BadInputException>(() =>
            Interruptible.Run(() => Wait(never), interruption.Token)).Code);
        never.Set();
    }

    [Fact]
    public void What_is_not_interrupted_gives_what_it_gives_and_throws_what_it_throws()
    {
        Assert.Equal(7, Interruptible.Run(() => 7, CancellationToken.None));
        Assert.Throws<InvalidOperationException>(() =>
            Interruptible.Run<int>(() => throw new InvalidOperationException(), CancellationToken.None));
    }

    public void Dispose() => dhp.Dispose();

    private static bool Wait(ManualResetEventSlim never)
    {
        never.Wait();
        return true;
    }
}
