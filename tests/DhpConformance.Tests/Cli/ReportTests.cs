using DhpConformance.Tests.Reporting;

namespace DhpConformance.Tests.Cli;

public sealed class ReportTests : IDisposable
{
    private readonly Dhp dhp = new();

    public ReportTests()
    {
        dhp.Folder.Write("good.json", SampleRuns.Passing.AsJson());
        dhp.Folder.Write("bad.json", SampleRuns.Failing.AsJson());
    }

    [Fact]
    public void A_page_is_made_beside_the_results()
    {
        var answer = dhp.Run("report", "bad.json");
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Equal("html: report.html", answer.Output.Trim());
        Assert.Contains("Not conformant", File.ReadAllText(dhp.Folder.Of("report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_format_can_be_asked_for()
    {
        var answer = dhp.Run(
            "report", "bad.json", "--format", "html", "--format", "junit", "--format", "markdown", "--format", "badge",
            "--format", "sarif", "--out", "made");
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Equal(
            ["badge.json", "junit.xml", "report.html", "report.sarif", "summary.md"],
            Directory.GetFiles(dhp.Folder.Of("made")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Results_that_are_cut_short_are_refused_and_nothing_is_made()
    {
        dhp.Folder.Write("cut.json", SampleRuns.Passing.AsJson()[..5000]);
        dhp.Run("report", "good.json", "cut.json").AssertError(5, "cut.json cannot be used: it is cut short");
        Assert.False(File.Exists(dhp.Folder.Of("report.html")));
    }

    [Fact]
    public void Results_that_are_not_there_are_refused() =>
        dhp.Run("report", "nowhere.json").AssertError(5, "There is no file nowhere.json");

    [Fact]
    public void A_folder_is_no_results_file() => dhp.Run("report", ".").AssertError(5, ". is a folder; name the file");

    [Fact]
    public void Results_of_another_schema_are_refused()
    {
        dhp.Folder.Write("next.json", SampleRuns.Passing.AsJson().Replace("\"schema\": 1", "\"schema\": 2"));
        dhp.Run("report", "next.json").AssertError(5, "next.json cannot be used: it has schema 2");
    }

    [Fact]
    public void Results_of_an_interrupted_run_are_incomplete_in_every_format()
    {
        dhp.Folder.Write("cut.json", SampleRuns.Interrupted.AsJson());
        var answer = dhp.Run(
            "report", "cut.json", "--format", "html", "--format", "junit", "--format", "markdown", "--format", "badge",
            "--format", "sarif");
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.All(
            ["report.html", "junit.xml", "summary.md", "badge.json", "report.sarif"],
            file => Assert.Contains(
                "incomplete", File.ReadAllText(dhp.Folder.Of(file)), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void One_folder_for_several_results_is_refused() =>
        dhp.Run("report", "good.json", "bad.json", "--out", "made").AssertError(5, "overwrite each other");

    [Fact]
    public void An_unknown_format_is_refused() => dhp.Run("report", "bad.json", "--format", "pdf")
        .AssertError(5, "The format \"pdf\" is unknown; write html, junit, markdown, badge or sarif.");

    [Theory]
    [InlineData("good.json", "good.json is a file, where a folder belongs")]
    [InlineData("good.json/x", "good.json is a file, where a folder belongs")]
    [InlineData("good.json/x/y", "good.json is a file, where a folder belongs")]
    [InlineData("/proc/foo", "cannot be written")]
    public void A_folder_that_cannot_be_is_explained(string folder, string why)
    {
        string[][] commands =
        [
            ["report", "bad.json"], ["compare", "good.json", "bad.json"], ["run", "--cases", "1"],
        ];
        Assert.All(commands, command =>
        {
            var answer = dhp.Run([.. command, "--out", folder]);
            answer.AssertError(5, why);
            Assert.DoesNotMatch("[0-9a-f]{32}|staging", answer.Error);
        });
    }

    [Fact]
    public void A_comparison_says_what_got_worse()
    {
        var earlier = SampleRuns.Passing with { Implementation = SampleRuns.Failing.Implementation };
        dhp.Folder.Write("earlier.json", earlier.AsJson());
        var answer = dhp.Run("compare", "earlier.json", "bad.json", "--format", "html", "--format", "markdown");
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Contains("regression REP-01 in windows-server-2008-x64", answer.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(dhp.Folder.Of("reports", "comparison.html")));
        Assert.True(File.Exists(dhp.Folder.Of("reports", "comparison.md")));
    }

    [Fact]
    public void What_results_say_does_not_command_the_terminal()
    {
        dhp.Folder.Write("hostile.json", HostileRun.Readable("\u001b[2J\u0007\nCONFORMANT to everything").AsJson());
        var answer = dhp.Run("compare", "good.json", "hostile.json");
        Assert.Equal(0, answer.Code);
        Assert.DoesNotContain(answer.Output, letter => char.IsControl(letter) && letter is not ('\r' or '\n'));
        Assert.DoesNotMatch("(?m)^CONFORMANT to everything", answer.Output);
    }

    [Fact]
    public void Nor_does_the_name_of_a_file() =>
        Assert.DoesNotContain('\u001b', dhp.Run("report", "\u001b[2Jnowhere.json").Error);

    [Fact]
    public void One_run_is_no_comparison() => dhp.Run("compare", "good.json")
        .AssertError(5, "A comparison needs two results.json or more, and got one; name another.");

    [Fact]
    public void Nor_is_none() => dhp.Run("compare").AssertError(5, "A comparison needs two results.json or more");

    [Fact]
    public void A_comparison_as_a_badge_is_refused() =>
        dhp.Run("compare", "good.json", "bad.json", "--format", "badge").AssertError(5, "html or markdown");

    public void Dispose() => dhp.Dispose();
}
