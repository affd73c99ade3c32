namespace DhpConformance.Tests.Cli;

/// <summary>Command line before environment before dhp.json before defaults.</summary>
public sealed class SettingsTests : IDisposable
{
    private const string TwoProfiles =
        """{ "seed": 7, "cases": 4, "profile": ["windows-2000", "windows-server-2003"] }""";

    private readonly Dhp dhp = new();
    private readonly List<string> variables = [];

    [Fact]
    public void The_file_goes_before_the_default()
    {
        dhp.Folder.Write("dhp.json", TwoProfiles);
        var output = dhp.Run("run").Output;
        Assert.Contains("seed 7, 4 cases", output, StringComparison.Ordinal);
        Assert.Contains("for windows-server-2003:", output, StringComparison.Ordinal);
        Assert.DoesNotContain("windows-server-2008", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_environment_goes_before_the_file()
    {
        dhp.Folder.Write("dhp.json", TwoProfiles);
        Set("SEED", "8");
        Set("PROFILE", "windows-server-2008-x86, windows-server-2008-x64");
        var output = dhp.Run("run").Output;
        Assert.Contains("seed 8, 4 cases", output, StringComparison.Ordinal);
        Assert.Contains("for windows-server-2008-x64:", output, StringComparison.Ordinal);
        Assert.DoesNotContain("windows-2000", output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_line_goes_before_the_environment()
    {
        Set("SEED", "8");
        Set("PROFILE", "windows-server-2008-x86,windows-server-2008-x64");
        var output = dhp.Run("run", "--seed", "9", "--profile", "windows-2000", "--cases", "2").Output;
        Assert.Contains("seed 9, 2 cases", output, StringComparison.Ordinal);
        Assert.DoesNotContain("windows-server-2008", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_of_them_the_default_holds() =>
        Assert.Contains("seed 1,", dhp.Run("run", "--cases", "1").Output, StringComparison.Ordinal);

    [Fact]
    public void The_help_shows_every_setting_with_its_default_and_where_it_comes_from()
    {
        dhp.Folder.Write("dhp.json", """{ "cases": 500 }""");
        var help = dhp.Run("run", "--help").Output;
        foreach (var name in new[]
        {
            "implementation", "profile", "cases", "length", "seed", "threads", "rule", "out",
        })
        {
            Assert.Contains("--" + name, help, StringComparison.Ordinal);
            Assert.Contains(dhp.VariablePrefix + name.ToUpperInvariant(), help, StringComparison.Ordinal);
        }

        Assert.Contains("[default: 1000; now 500 from dhp.json;", help, StringComparison.Ordinal);
        Assert.Contains("[default: reports/latest;", help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "case": 3 }""", "dhp.json sets \"case\", which is not a setting; there are implementation, ")]
    [InlineData("""{ "cases": 3 """, "dhp.json is not JSON at line 1, column ")]
    [InlineData("[]", "dhp.json is not an object")]
    [InlineData("""{ "cases": [3] }""", "\"cases\" in dhp.json must be text or a number.")]
    [InlineData("""{ "rule": [[]] }""", "\"rule\" in dhp.json must be text or a number, or a list of them.")]
    [InlineData("""{ "cases": "x" }""", "cases is \"x\" (from dhp.json); give a whole number")]
    public void A_file_that_makes_no_sense_is_explained(string json, string sentence)
    {
        dhp.Folder.Write("dhp.json", json);
        dhp.Run("run").AssertError(5, sentence);
    }

    [Fact]
    public void Zero_cases_are_noticed_wherever_they_come_from()
    {
        Set("CASES", "0");
        dhp.Run("run").AssertError(8, "With cases = 0 (from an environment variable");
    }

    [Fact]
    public void A_file_that_makes_no_sense_does_not_keep_the_help_from_being_shown()
    {
        dhp.Folder.Write("dhp.json", "{");
        Assert.Equal(0, dhp.Run("run", "--help").Code);
    }

    public void Dispose()
    {
        variables.ForEach(name => Environment.SetEnvironmentVariable(name, null));
        dhp.Dispose();
    }

    private void Set(string key, string value)
    {
        variables.Add(dhp.VariablePrefix + key);
        Environment.SetEnvironmentVariable(variables[^1], value);
    }
}
