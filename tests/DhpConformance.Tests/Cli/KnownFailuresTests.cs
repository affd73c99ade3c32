namespace DhpConformance.Tests.Cli;

/// <summary>Failures that are known do not turn a run red, and nobody calls it conformant for that.</summary>
public sealed class KnownFailuresTests : IDisposable
{
    private const string Profile = "windows-server-2008-x64";

    private readonly Dhp dhp = new();

    [Fact]
    public void A_run_with_nothing_but_known_failures_is_green_and_not_conformant()
    {
        Known("""{ "rule": "rep-01", "reason": "the vendor is told", "link": "https://example.org/7" }""");
        var answer = Run("mutant:accepts-larger-spare");
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Contains(
            "Known: REP-01, the vendor is told (https://example.org/7)", answer.Output, StringComparison.Ordinal);
        Assert.Contains($"NOT CONFORMANT to {Profile}", answer.Output, StringComparison.Ordinal);
        Assert.Contains(
            "Only known failures are left. The implementation is still not conformant.",
            answer.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Another_failure_is_still_one()
    {
        Known("""{ "rule": "REP-03", "reason": "x", "link": "https://example.org/7" }""");
        var answer = Run("mutant:accepts-larger-spare");
        Assert.Contains("FAIL REP-01", answer.Output, StringComparison.Ordinal);
        Assert.NotEqual(0, answer.Code);
    }

    [Fact]
    public void One_that_passes_is_an_error_and_nothing_of_the_run_is_lost()
    {
        Known("""{ "rule": "REP-01", "reason": "x", "link": "https://example.org/7" }""");
        Run("reference").AssertError(5, "REP-01 is a known failure that no longer fails; remove it from the list.");
        Assert.True(File.Exists(dhp.Folder.Of("reports", "latest", "results.json")));
    }

    [Fact]
    public void Another_failure_of_a_known_rule_is_told_and_red()
    {
        Known("""
            { "rule": "REP-01", "reason": "x", "link": "https://example.org/7", "observed": ["hung", "signal 6"] }
            """);
        var answer = Run("mutant:accepts-larger-spare");
        Assert.Equal((2, ""), (answer.Code, answer.Error));
        Assert.DoesNotContain("Known: REP-01", answer.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"Not known: REP-01 is broken in {Profile}, but not in the known way: what was observed contains none "
                + "of \"hung\", \"signal 6\".",
            answer.Output,
            StringComparison.Ordinal);
        var junit = File.ReadAllText(dhp.Folder.Of("reports", "latest", "junit.xml"));
        Assert.DoesNotContain("known-failure", junit, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hot-replace; the answer; refused (incompatible)", 0, "Known: REP-01, x")]
    [InlineData(
        "hot-add; the answer; refused (incompatible)",
        2,
        "Not known: REP-01 is broken in windows-server-2008-x64, but not in the known way: its cause is "
            + "\"hot-replace; the answer; refused (incompatible)\".")]
    public void One_failure_of_a_rule_is_known_by_its_cause(string cause, int code, string said)
    {
        Known($$"""{ "rule": "REP-01", "reason": "x", "link": "https://example.org/7", "cause": ["{{cause}}"] }""");
        var answer = Run("mutant:accepts-larger-spare");
        Assert.Equal((code, ""), (answer.Code, answer.Error));
        Assert.Contains(said, answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_failure_of_a_rule_is_known_by_what_was_observed()
    {
        Known("""
            { "rule": "REP-01", "reason": "x", "link": "https://example.org/7", "observed": ["hung", "completed",
              "failed"] }
            """);
        var answer = Run("mutant:accepts-larger-spare");
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Contains("Known: REP-01, x", answer.Output, StringComparison.Ordinal);
        Assert.Contains(
            "type=\"known-failure\"",
            File.ReadAllText(dhp.Folder.Of("reports", "latest", "junit.xml")),
            StringComparison.Ordinal);
        Assert.Contains(
            "\"observed\": [\n          \"hung\"",
            File.ReadAllText(dhp.Folder.Of("reports", "latest", "results.json")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_passes_does_not_hide_that_something_else_is_broken()
    {
        Known("""{ "rule": "REP-03", "reason": "x", "link": "https://example.org/7" }""");
        Run("mutant:accepts-larger-spare").AssertError(2, "REP-03 is a known failure that no longer fails;");
    }

    [Fact]
    public void One_that_too_few_cases_reached_is_not_passed_over()
    {
        Known("""{ "rule": "REP-01", "reason": "x", "link": "https://example.org/7" }""");
        var answer = dhp.Run("run", "--profile", Profile, "--cases", "1", "--known-failures", "known.json");
        Assert.Contains(
            "Known: REP-01, which is inconclusive here: this run does not show whether it still fails.",
            answer.Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--shard", "2/4")]
    [InlineData("--profile", "windows-2000")]
    public void One_that_a_run_could_not_judge_is_not_said_to_be_mended(string key, string value)
    {
        Known("""{ "rule": "REP-01", "reason": "x", "link": "https://example.org/7" }""");
        string[] settings = key == "--profile" ? [key, value] : [key, value, "--profile", Profile];
        var answer = dhp.Run(["run", "--cases", "400", "--known-failures", "known.json", .. settings]);
        Assert.Equal("", answer.Error);
        Assert.NotEqual(5, answer.Code);
    }

    [Fact]
    public void Shards_of_a_run_with_nothing_but_known_failures_are_green_and_so_is_what_they_are_put_together_to()
    {
        Known("""{ "rule": "REP-01", "reason": "the vendor is told", "link": "https://example.org/7" }""");
        string[] files = ["s1/results.json", "s2/results.json"];
        for (var number = 1; number <= 2; number++)
        {
            string[] settings =
            [
                "run", "--implementation", "mutant:accepts-larger-spare", "--profile", Profile, "--cases", "1000",
                "--shard", $"{number}/2", "--out", $"s{number}",
            ];
            Assert.Equal(2, dhp.Run(settings).Code);
            Assert.Equal(0, dhp.Run([.. settings, "--known-failures", "known.json"]).Code);
        }

        var merged = dhp.Run(["merge", .. files]);
        Assert.Equal((0, ""), (merged.Code, merged.Error));
        Assert.Contains("Known: REP-01, the vendor is told", merged.Output, StringComparison.Ordinal);
        dhp.Folder.Write("none.json", """{ "knownFailures": [] }""");
        Assert.Equal(2, dhp.Run(["merge", .. files, "--known-failures", "none.json"]).Code);
    }

    [Theory]
    [InlineData("""{ "rule": "REP-99", "reason": "x", "link": "https://e.org" }""", "there is no rule REP-99")]
    [InlineData("""{ "rule": "REP-01", "reason": "", "link": "https://e.org" }""", "\"reason\" of a known failure")]
    [InlineData("""{ "rule": "REP-01", "reason": "x" }""", "a known failure misses \"link\"")]
    [InlineData("""{ "rule": "REP-01", "reason": "x", "link": "soon" }""", "\"link\" of REP-01 is \"soon\", which is")]
    [InlineData(
        """{ "rule": "REP-01", "reason": "x", "link": "https://e.org", "observed": ["a", ""] }""",
        "\"observed\" of a known failure must be a list of one text or more, none of them empty; or leave it out.")]
    [InlineData(
        """{ "rule": "REP-01", "reason": "x", "link": "https://e.org", "observed": "hung" }""",
        "\"observed\" of a known failure must be a list of one text or more")]
    [InlineData(
        """{ "rule": "REP-01", "reason": "x", "link": "https://e.org", "seen": ["a"] }""",
        "unknown member \"seen\"; it has \"rule\", \"reason\", \"link\", \"observed\", \"cause\".")]
    [InlineData("{", "it is not JSON; correct it there.")]
    public void A_list_that_makes_no_sense_is_explained_before_anything_runs(string known, string sentence)
    {
        Known(known);
        var answer = Run("reference");
        answer.AssertError(5, sentence);
        Assert.StartsWith("known.json: ", answer.Error, StringComparison.Ordinal);
        Assert.Equal("", answer.Output);
    }

    [Fact]
    public void A_list_that_is_not_there_is_explained() =>
        Run("reference").AssertError(5, "There is no file known.json; check the path.");

    public void Dispose() => dhp.Dispose();

    private void Known(string one) => dhp.Folder.Write("known.json", $$"""{ "knownFailures": [{{one}}] }""");

    private Dhp.Answer Run(string implementation) => dhp.Run(
        "run", "--implementation", implementation, "--profile", Profile, "--known-failures", "known.json");
}
