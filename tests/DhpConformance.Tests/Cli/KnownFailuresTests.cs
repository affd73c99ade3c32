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
            "Nothing is broken but what is known, and that is not conformant.",
            answer.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Another_failure_is_still_one()
    {
        Known("""{ "rule": "REP-03", "reason": "x", "link": "https://example.org/7" }""");
        var answer = Run("mutant:accepts-larger-spare");
        Assert.Contains("fail REP-01", answer.Output, StringComparison.Ordinal);
        Assert.NotEqual(0, answer.Code);
    }

    [Fact]
    public void One_that_passes_is_an_error_and_nothing_of_the_run_is_lost()
    {
        Known("""{ "rule": "REP-01", "reason": "x", "link": "https://example.org/7" }""");
        Run("reference").Complains(5, "REP-01 is a known failure, and does not fail any more; take it off the list.");
        Assert.True(File.Exists(dhp.Folder.Of("reports", "latest", "results.json")));
    }

    [Theory]
    [InlineData("""{ "rule": "REP-99", "reason": "x", "link": "https://e.org" }""", "there is no rule REP-99")]
    [InlineData("""{ "rule": "REP-01", "reason": "", "link": "https://e.org" }""", "\"reason\" of a known failure")]
    [InlineData("""{ "rule": "REP-01", "reason": "x" }""", "a known failure misses \"link\"")]
    [InlineData("""{ "rule": "REP-01", "reason": "x", "link": "soon" }""", "\"link\" of REP-01 is \"soon\", which is")]
    [InlineData("{", "it is not JSON; correct it there.")]
    public void A_list_that_makes_no_sense_is_explained_before_anything_runs(string known, string sentence)
    {
        Known(known);
        var answer = Run("reference");
        answer.Complains(5, sentence);
        Assert.StartsWith("known.json: ", answer.Error, StringComparison.Ordinal);
        Assert.Equal("", answer.Output);
    }

    [Fact]
    public void A_list_that_is_not_there_is_explained() =>
        Run("reference").Complains(5, "There is no file known.json; check the path.");

    public void Dispose() => dhp.Dispose();

    private void Known(string one) => dhp.Folder.Write("known.json", $$"""{ "knownFailures": [{{one}}] }""");

    private Dhp.Answer Run(string implementation) => dhp.Run(
        "run", "--implementation", implementation, "--profile", Profile, "--known-failures", "known.json");
}
