using DhpConformance.Tests.Hosting;

namespace DhpConformance.Tests.Cli;

/// <summary>A program that misbehaves ends in a verdict and a sentence, never in a suite that breaks.</summary>
public sealed class FaultyAdapterRunTests : IDisposable
{
    private readonly Dhp dhp = new();

    [Fact]
    public void What_leaks_across_a_reset_is_told_and_is_right_with_a_process_for_each_case()
    {
        var answer = Run("leaks-power", "64", "50");
        Assert.Equal(21, answer.Code);
        Assert.Contains(
            "something of an earlier case has survived the reset: ", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("FAIL ", answer.Output, StringComparison.Ordinal);
        Assert.Equal(20, Run("leaks-power", "8", "50", "--restart-per-case").Code);
    }

    [Fact]
    public void A_program_that_crashes_again_and_again_has_broken_a_rule()
    {
        var answer = Run("exits-mid-call", "4", "3");
        Assert.Equal(2, answer.Code);
        Assert.Contains("FAIL REF-07 in windows-2000", answer.Output, StringComparison.Ordinal);
        Assert.Contains("ended with ", answer.Output, StringComparison.Ordinal);
        Assert.Contains("    assertion failed: owner != null", answer.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("smoke")]
    public void A_program_that_does_not_start_is_shown_with_what_it_said(string command)
    {
        var answer = dhp.Run(command, "--implementation", $"command:{TestAdapter.CommandOf("exits-at-once")}");
        Assert.Equal(21, answer.Code);
        Assert.Contains("  cannot open /etc/acme/partitions.conf", answer.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("smoke")]
    public void A_program_that_has_nothing_to_drive_is_told_in_one_sentence_with_the_whole_remedy(string command)
    {
        var answer = dhp.Run(command, "--implementation", $"command:{TestAdapter.CommandOf("lacks-what-it-drives")}");
        Assert.Equal(21, answer.Code);
        Assert.Equal(
            $"The adapter cannot reach its backend: The machine was not found below {new string('-', 400)}; "
                + "name another one.",
            answer.Error.Trim());
    }

    [Fact]
    public void A_program_that_shakes_no_hands_is_shown_with_the_line_that_it_sent()
    {
        var answer = dhp.Run("smoke", "--implementation", $"command:{TestAdapter.CommandOf("byte-order-mark")}");
        Assert.Contains("Received: ", answer.Error, StringComparison.Ordinal);
        Assert.Contains("jsonrpc", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_starts_says_nothing() => Assert.Equal(
        "", dhp.Run("smoke", "--implementation", $"command:{TestAdapter.CommandOf("well-behaved")}").Error);

    [Fact]
    public void A_program_that_hangs_costs_no_more_than_some_deadlines()
    {
        var answer = Run("never-answers", "1000", "3", "--timeout-scale", "0.1");
        Assert.Contains("did not answer", answer.Output + answer.Error, StringComparison.Ordinal);
        Assert.NotEqual(0, answer.Code);
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("throws")]
    [InlineData("disputes")]
    public void A_program_that_answers_rubbish_says_nothing_about_any_rule(string adapter)
    {
        var answer = Run(adapter, "4", "3");
        Assert.Equal(21, answer.Code);
        Assert.DoesNotContain("FAIL ", answer.Output, StringComparison.Ordinal);
    }

    public void Dispose() => dhp.Dispose();

    private Dhp.Answer Run(string adapter, string cases, string length, params string[] more) => dhp.Run(
    [
        "run", "--implementation", $"command:{TestAdapter.CommandOf(adapter)}", "--profile", "windows-2000",
        "--cases", cases,
        "--threads", "1", "--length", length, .. more,
    ]);
}
