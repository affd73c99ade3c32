using DhpConformance.Tests.Engine.Smoke;
using DhpConformance.Tests.Hosting;

namespace DhpConformance.Tests.Cli;

/// <summary><c>dhp smoke</c> says in sentences whether an implementation is plugged in.</summary>
public sealed class SmokeTests : IDisposable
{
    private readonly Dhp dhp = new();

    [Fact]
    public void What_is_plugged_in_is_told_so()
    {
        var answer = dhp.Run("smoke");
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Contains("It answers, and says that it is ", answer.Output, StringComparison.Ordinal);
        Assert.Contains("Become a fresh server, and show it. It does.", answer.Output, StringComparison.Ordinal);
        Assert.Contains(
            "Hot add memory module u3 to p0. It answers completed, rightly.", answer.Output, StringComparison.Ordinal);
        Assert.Contains("It answers refused (in use), rightly.", answer.Output, StringComparison.Ordinal);
        Assert.Contains("It is plugged in (", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_answer_is_told_with_the_rule_that_it_breaks()
    {
        var mutant = SmokeTestTests.Caught.First();
        var answer = dhp.Run("smoke", "--implementation", $"mutant:{mutant.Name}");
        Assert.Equal(2, answer.Code);
        Assert.Contains($"That breaks {mutant.RuleId}: ", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("It is plugged in", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_adapter_that_breaks_is_told_in_its_own_words_with_an_exit_code_of_its_own()
    {
        var answer = dhp.Run("smoke", "--implementation", $"command:{TestAdapter.CommandOf("throws")}");
        Assert.Equal(21, answer.Code);
        Assert.Contains("It broke, which says nothing about any rule.", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_ends_at_once_is_told_so()
    {
        var answer = dhp.Run("smoke", "--implementation", $"command:{TestAdapter.CommandOf("exits-at-once")}");
        Assert.Equal(21, answer.Code);
        Assert.Contains("before it answered 'initialize'", answer.Error, StringComparison.Ordinal);
    }

    public void Dispose() => dhp.Dispose();
}
