using System.Text.Json;

namespace DhpConformance.Tests.Cli;

/// <summary>Traits from the outside: what the tool says of a server that declares some.</summary>
public sealed class TraitTests : IDisposable
{
    private const string Variant = "variant:declares-memory-in-blocks";
    private const string Profile = "windows-server-2008-x64";

    private readonly Dhp dhp = new();

    public void Dispose() => dhp.Dispose();

    [Fact]
    public void The_headline_names_traits()
    {
        var answer = dhp.Run("run", "--implementation", Variant, "--profile", Profile);
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Contains(
            $"CONFORMANT to {Profile} with 1 trait: memory-in-blocks 134217728; judged",
            answer.Output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("html")]
    [InlineData("markdown")]
    [InlineData("junit")]
    [InlineData("sarif")]
    public void Every_report_names_traits(string format)
    {
        dhp.Run("run", "--implementation", Variant, "--profile", Profile);
        var report = dhp.Run("report", "reports/latest/results.json", "--format", format, "--out", "out");
        Assert.Equal("", report.Error);
        Assert.All(
            Directory.GetFiles(dhp.Folder.Of("out")),
            file => Assert.Contains("memory-in-blocks", File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Fact]
    public void A_server_that_does_not_behave_as_it_declares_fails()
    {
        var answer = dhp.Run("run", "--implementation", "mutant:onlines-half-blocks", "--profile", Profile);
        Assert.Equal(2, answer.Code);
        Assert.Contains($"FAIL TRT-01 in {Profile}", answer.Output, StringComparison.Ordinal);
        Assert.Contains("as the trait memory-in-blocks says", answer.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Traits_that_the_claims_file_does_not_have_are_bad_input()
    {
        var claims = dhp.Run("init", "--language", "python");
        Assert.Equal(0, claims.Code);
        var file = dhp.Folder.Of("claims.json");
        var members = JsonDocument.Parse(File.ReadAllText(file)).RootElement.GetProperty("claims");
        File.WriteAllText(file, "{\"claims\":" + members + ",\"traits\":{\"memory-in-block\":4096}}");
        dhp.Run("run", "--implementation", Variant, "--claims", "claims.json").AssertError(
            5, "The claims file 'claims.json' cannot be used: The trait \"memory-in-block\" is unknown; known are: ");
    }
}
