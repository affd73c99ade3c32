using DhpConformance.Tests.Hosting;

namespace DhpConformance.Tests.Cli;

/// <summary>What a file names is not run because the file says so.</summary>
public sealed class TrustTests : IDisposable
{
    private readonly Dhp dhp = new();

    [Theory]
    [InlineData("command:")]
    [InlineData("command:  ")]
    public void A_file_that_names_a_program_is_not_run_unasked(string scheme)
    {
        var source = Named(scheme + Marking);
        var answer = dhp.Run("replay", "it.ndjson");
        answer.AssertError(5, $"it.ndjson names an implementation to be run: {source}");
        Assert.Contains("--implementation SOURCE", answer.Error, StringComparison.Ordinal);
        Assert.Contains("--trust-file", answer.Error, StringComparison.Ordinal);
        Assert.False(WasRun);
    }

    [Theory]
    [InlineData("assembly:evil.dll")]
    [InlineData("unix:/tmp/evil")]
    [InlineData("tcp:evil.example:1")]
    [InlineData("Reference")]
    public void Nor_is_anything_else_that_it_may_name(string source)
    {
        Named(source);
        dhp.Run("replay", "it.ndjson").AssertError(5, "--trust-file to run what the file names");
    }

    [Theory]
    [InlineData("reference")]
    [InlineData("mutant:accepts-adds")]
    public void What_the_tool_brings_along_is_run(string source)
    {
        Named(source);
        Assert.True(dhp.Run("replay", "it.ndjson").Code is 0 or 2);
    }

    [Fact]
    public void A_file_that_is_trusted_is_run()
    {
        Named("command:" + Marking);
        dhp.Run("replay", "it.ndjson", "--trust-file");
        Assert.True(WasRun);
    }

    [Fact]
    public void What_is_named_on_the_command_line_is_run_in_place_of_it()
    {
        Named("command:" + Marking);
        Assert.Equal(0, dhp.Run("replay", "it.ndjson", "--implementation", "reference").Code);
        Assert.False(WasRun);
    }

    [Fact]
    public void What_the_settings_name_too_is_run_and_nothing_else()
    {
        Named("command:" + Marking);
        dhp.Folder.Write("dhp.json", """{ "implementation": "command:something else" }""");
        dhp.Run("replay", "it.ndjson").AssertError(5, "--trust-file");
        Assert.False(WasRun);
        dhp.Folder.Write("dhp.json", $$"""{ "implementation": "command:{{Marking}}" }""");
        dhp.Run("replay", "it.ndjson");
        Assert.True(WasRun);
    }

    [Fact]
    public void A_run_names_a_command_that_does_its_failures_again()
    {
        var source = $"command:{TestAdapter.CommandOf("exits-mid-call")}";
        string[] run = ["run", "--cases", "1", "--length", "5", "--profile", "windows-2000", "--out", "out"];
        Assert.Contains(
            "-windows-2000.ndjson --trust-file", dhp.Run([.. run, "--implementation", source]).Output,
            StringComparison.Ordinal);
        Assert.DoesNotContain(
            "--trust-file", dhp.Run([.. run, "--implementation", "mutant:accepts-adds"]).Output,
            StringComparison.Ordinal);
    }

    public void Dispose() => dhp.Dispose();

    private string Marking => $"touch {dhp.Folder.Of("mark")}";

    private bool WasRun => File.Exists(dhp.Folder.Of("mark"));

    // A replay file like any other, but for what it names.
    private string Named(string source)
    {
        dhp.Run("record", "--profile", "windows-2000", "--length", "2", "--out", "it.ndjson");
        var text = File.ReadAllText(dhp.Folder.Of("it.ndjson"));
        Assert.Contains("\"implementation\":\"reference\"", text, StringComparison.Ordinal);
        dhp.Folder.Write("it.ndjson", text.Replace(
            "\"implementation\":\"reference\"", $"\"implementation\":\"{source}\"", StringComparison.Ordinal));
        return source;
    }
}
