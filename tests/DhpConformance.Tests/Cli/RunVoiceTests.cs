using System.Text.Json.Nodes;
using DhpConformance.Tests.Hosting;

namespace DhpConformance.Tests.Cli;

/// <summary>How much a run says, and to whom.</summary>
public sealed class RunVoiceTests : IDisposable
{
    private readonly Dhp dhp = new();

    [Fact]
    public void A_quiet_run_that_passes_says_one_line()
    {
        var answer = Run("reference", 300, "--quiet");
        Assert.Equal((0, "", "Conformant: to windows-2000\n"), (answer.Code, answer.Error, answer.Output));
        Assert.True(File.Exists(dhp.Folder.Of("reports", "latest", "report.html")));
    }

    [Fact]
    public void A_quiet_run_that_fails_says_what_and_nothing_else()
    {
        var answer = Run("mutant:starts-what-runs", 100, "--quiet");
        Assert.Equal((2, ""), (answer.Code, answer.Error));
        Assert.StartsWith("\nFAIL RUN-05 in windows-2000\n", answer.Output, StringComparison.Ordinal);
        Assert.EndsWith("\nNot conformant: 1 rule broken in the profile\n", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Results:", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_fails_fast_names_the_profiles_that_were_not_begun()
    {
        var answer = dhp.Run("run", "--implementation", "mutant:starts-what-runs", "--fail-fast");
        Assert.Equal(2, answer.Code);
        Assert.Contains(
            "\n8 more profiles not begun, since the run ends at the first failure.\n",
            answer.Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain("inconclusive ", answer.Output.Split("NOT CONFORMANT")[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_for_programs_is_an_object_a_line_on_standard_error()
    {
        var answer = Run("mutant:starts-what-runs", 100, "--progress", "json");
        var lines = answer.Error.TrimEnd().Split('\n').Select(line => JsonNode.Parse(line)!).ToList();
        Assert.Equal(["profile", "done", "cases", "failing", "findings", "explained"],
            lines[0].AsObject().Select(member => member.Key));
        Assert.Contains(lines, line => ((int)line["done"]!, (int)line["cases"]!) == (100, 100));
        Assert.Contains(lines, line => ((int)line["findings"]!, (int)line["explained"]!) == (1, 1));
        Assert.DoesNotContain("cases executed", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_can_be_left_out()
    {
        var answer = Run("reference", 20, "--progress", "none");
        Assert.Equal("", answer.Error);
        Assert.DoesNotContain("cases executed", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_verbose_run_shows_each_request_and_answer_with_its_time()
    {
        var answer = Run($"command:{TestAdapter.CommandOf("well-behaved")}", 1, "--verbose", "--threads", "1");
        var lines = answer.Error.TrimEnd().Split('\n');
        Assert.StartsWith("> 1 {\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"init", lines[0], StringComparison.Ordinal);
        Assert.Matches("^< 1 [0-9]+[.][0-9]{2} ms {\"", lines[1]);
        Assert.Contains(lines, line => line.Contains("\"apply\"", StringComparison.Ordinal));
        Assert.Equal(
            lines.Count(line => line.StartsWith('>')), lines.Count(line => line.StartsWith('<')));
    }

    [Fact]
    public void A_run_that_is_not_verbose_shows_none_of_them() =>
        Assert.Equal("", Run($"command:{TestAdapter.CommandOf("well-behaved")}", 1).Error);

    public void Dispose() => dhp.Dispose();

    private Dhp.Answer Run(string implementation, int cases, params string[] more) => dhp.Run(
        ["run", "--implementation", implementation, "--profile", "windows-2000", "--cases", $"{cases}", .. more]);
}
