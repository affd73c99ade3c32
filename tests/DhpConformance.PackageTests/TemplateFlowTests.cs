using System.Text.RegularExpressions;

namespace DhpConformance.PackageTests;

/// <summary>The flow of a .NET user: four commands to a verdict, and a broken rule is told by its id.</summary>
[Collection(nameof(Packaging))]
public sealed partial class TemplateFlowTests(PackageFeed feed)
{
    private const string RightReplace = "!spare.IsIdenticalTo(target)";

    private readonly CodeBlocks page = new(Path.Combine(feed.Repository, "specs", "dotnet.md"));

    [Fact]
    public void The_template_is_green_before_the_first_edit_and_names_the_rule_that_is_broken_then()
    {
        var shell = feed.EmptyFolder("template");
        var hive = shell.Of("hive");
        shell.Run("dotnet", "new", "install", "DhpConformance.Templates", "--debug:custom-hive", hive);
        shell.Run("dotnet", "new", "dhp-conformance", "-o", "Acme.Conformance", "--debug:custom-hive", hive);
        var project = shell.In("Acme.Conformance");
        Assert.Contains("Passed!  - Failed:     0", project.Run("dotnet", "test"), StringComparison.Ordinal);

        project.Edit("MyServer.cs", RightReplace, "false");
        FailsInWordsAndReplays(project);
        var output = Breaks(project);
        Paste(project, FactIn(output));
        Assert.Contains("Assert.Equal() Failure", Only(project, "REP_01_windows"), StringComparison.Ordinal);
        project.Edit("MyServer.cs", "|| false)", $"|| {RightReplace})");
        Assert.Contains("Passed!  - Failed:     0", Only(project, "REP_01_windows"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_namespace_of_the_template_is_the_name_of_the_project()
    {
        var shell = feed.EmptyFolder("named");
        var hive = shell.Of("hive");
        shell.Run("dotnet", "new", "install", "DhpConformance.Templates", "--debug:custom-hive", hive);
        shell.Run("dotnet", "new", "dhp-conformance", "-n", "Contoso.My-Tests", "--debug:custom-hive", hive);
        var project = shell.In("Contoso.My-Tests");
        foreach (var file in new[] { "MyServer.cs", "ConformanceTests.cs", "ServerProperties.cs" })
        {
            var text = File.ReadAllText(project.Of(file));
            Assert.Contains("\nnamespace Contoso.My_Tests;", text, StringComparison.Ordinal);
        }

        Assert.True(File.Exists(project.Of("Contoso.My-Tests.csproj")));
    }

    [Fact]
    public void A_project_of_xunit_v3_made_from_the_page_does_the_same()
    {
        var shell = feed.EmptyFolder("xunit-v3");
        MakeFromThePage(shell);
        Assert.Contains(
            $"\"DhpConformance.Xunit3\" Version=\"{feed.Version}\"",
            page.With("<Project "),
            StringComparison.Ordinal);
        var output = shell.Run("dotnet", "test");
        Assert.Contains("Passed!  - Failed:     0", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Skipped:     0", output, StringComparison.Ordinal);
        Assert.Contains("Failed:     0, Passed:     2", Only(shell, "ServerProperties"), StringComparison.Ordinal);

        shell.Edit("MyServer.cs", RightReplace, "false");
        FailsInWordsAndReplays(shell);
        Paste(shell, FactIn(Breaks(shell)));
        Assert.Contains("Assert.Equal() Failure", Only(shell, "REP_01_windows"), StringComparison.Ordinal);

        Paste(shell, page.With("KnownFailures =>"));
        Assert.Contains(
            "Failed:     0, Passed:     0, Skipped:     1", Only(shell, "REP-01"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3.2.2")]
    [InlineData("4.0.0")]
    public void A_version_of_xunit_v3_beside_which_no_test_would_run_stops_the_build(string version)
    {
        var shell = feed.EmptyFolder("xunit-" + version);
        MakeFromThePage(shell);
        shell.Edit("Acme.Conformance.csproj", "xunit.v3\" Version=\"4.0.2", $"xunit.v3\" Version=\"{version}");
        var (code, told) = shell.Try("dotnet", "build");
        Assert.NotEqual(0, code);
        Assert.Contains(
            $"this project references xunit.v3 {version}, so that no test would run: change that PackageReference to "
                + "Version=\"4.0.2\".",
            told,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DhpConformance.Xunit", "xunit\" Version=\"2.9.3", "")]
    [InlineData("DhpConformance.Xunit3", "xunit.v3\" Version=\"4.0.2", "<OutputType>Exe</OutputType>")]
    public void A_misspelt_rule_is_a_test_that_fails(string package, string xunit, string output)
    {
        var shell = feed.EmptyFolder("misspelt-" + package);
        File.Copy(Path.Combine(feed.Repository, "specs", "adapters", "csharp", "MyServer.cs"), shell.Of("MyServer.cs"));
        File.WriteAllText(shell.Of("Acme.Conformance.csproj"), page.With("<Project ")
            .Replace("DhpConformance.Xunit3", package, StringComparison.Ordinal)
            .Replace("xunit.v3\" Version=\"4.0.2", xunit, StringComparison.Ordinal)
            .Replace("<OutputType>Exe</OutputType>", output, StringComparison.Ordinal));
        File.WriteAllText(shell.Of("ConformanceTests.cs"), page.With("class ConformanceTests")
            .Replace("DhpConformance.Xunit3", package, StringComparison.Ordinal)
            .Replace("Cases = 1000", "Rules = [\"REP-1\"]", StringComparison.Ordinal));
        var (code, told) = shell.Try("dotnet", "test");
        Assert.NotEqual(0, code);
        Assert.Contains("Failed:     1, Passed:     0, Skipped:     0", told, StringComparison.Ordinal);
        Assert.Contains("name the rule \"REP-1\", and there is none.", told, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", told, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DhpConformance.Xunit", "xunit\" Version=\"2.9.3", "", 9)]
    [InlineData("DhpConformance.Xunit3", "xunit.v3\" Version=\"4.0.2", "<OutputType>Exe</OutputType>", 8)]
    public void A_property_that_would_say_nothing_does_not_compile(
        string package, string xunit, string output, int errors)
    {
        var shell = feed.EmptyFolder("nothing-said-" + package);
        MakeFromThePage(shell, package, xunit, output);
        File.WriteAllText(shell.Of("Wrong.cs"), """
            using DhpConformance.Engine.Scenarios;
            using DhpConformance.Testing;
            using FsCheck.Xunit;

            public class Wrong
            {
                [Property(Arbitrary = [typeof(PartitionScenarios)])]
                public async void Nobody_waits(Scenario scenario) { await Task.Yield(); Assert.Fail(); }

                [Property] public string Unknown() => "";
                [Property] public Task Null() => null!;
                [Property(Replay = "seed")] public bool Unreadable() => true;
                [Property(Arbitrary = [typeof(Wrong)])] public bool Empty() => true;
                [Property] public bool Undrawn(Scenario scenario) => true;
                [Property(Timeout = 1000)] public async Task Late() => await Task.Yield();

                [Property(MaxTest = 0, Arbitrary = [typeof(PartitionScenarios)])]
                public bool Endless(Scenario scenario) => true;
            }

            public sealed class Others : PartitionScenarios<Acme.Conformance.ShortOnX64>;
            """);
        var (code, told) = shell.Try("dotnet", "build");
        Assert.NotEqual(0, code);
        Assert.Equal(
            Enumerable.Range(1, errors).Select(number => $"error DHP00{number}"),
            Error().Matches(told).Select(error => error.Value).Distinct().Order(StringComparer.Ordinal));

        // Without the analyzer, it is told when the property runs.
        string Run(string test) => shell.Try(
            "dotnet", "test", "-p:RunAnalyzers=false", "--filter", $"DisplayName~{test}").Output;
        Assert.Contains("Nobody_waits starts an async void", Run("Wrong.Nobody_waits"), StringComparison.Ordinal);
        Assert.Contains("MaxTest is 0 or less, so that", Run("Wrong.Endless"), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"error DHP\d+")]
    private static partial Regex Error();

    private void MakeFromThePage(Shell shell, string package, string xunit, string output)
    {
        MakeFromThePage(shell);
        foreach (var file in new[] { "Acme.Conformance.csproj", "ConformanceTests.cs" })
        {
            File.WriteAllText(shell.Of(file), File.ReadAllText(shell.Of(file))
                .Replace("DhpConformance.Xunit3", package, StringComparison.Ordinal)
                .Replace("xunit.v3\" Version=\"4.0.2", xunit, StringComparison.Ordinal)
                .Replace("<OutputType>Exe</OutputType>", output, StringComparison.Ordinal));
        }
    }

    private void MakeFromThePage(Shell shell)
    {
        File.Copy(Path.Combine(feed.Repository, "specs", "adapters", "csharp", "MyServer.cs"), shell.Of("MyServer.cs"));
        File.WriteAllText(shell.Of("Acme.Conformance.csproj"), page.With("<Project "));
        File.WriteAllText(shell.Of("ConformanceTests.cs"), page.With("class ConformanceTests"));
        File.WriteAllText(shell.Of("ServerProperties.cs"), page.With("class ServerProperties"));
    }

    // A property of one's own over a server that takes what does not fit: told with a small scenario, and replayed.
    private static void FailsInWordsAndReplays(Shell project)
    {
        var output = Only(project, "A_spare_takes");
        var shrunk = output.Split("Shrunk:")[1].Split("----")[0];
        Assert.Contains("The server is dynamically partitionable and has ", shrunk, StringComparison.Ordinal);
        Assert.Contains("1. Start p", shrunk, StringComparison.Ordinal);
        Assert.Contains(". Hot replace ", shrunk, StringComparison.Ordinal);

        // FsCheck draws a new seed in each run, and shrinking ends at a local minimum: two replaces, now and then, of
        // which neither fails without the other.
        Assert.DoesNotContain("\n6. ", shrunk, StringComparison.Ordinal);

        var step = LastStep().Match(output);
        Assert.True(step.Success, output);
        var replay = $"({step.Groups["seed"].Value},{step.Groups["size"].Value})";
        const string Attribute = "[Property(Arbitrary = [typeof(ShortOnX64)]";
        project.Edit("ServerProperties.cs", Attribute, $"{Attribute}, Replay = \"{replay}\"");
        var again = Only(project, "A_spare_takes");
        Assert.Contains("Falsifiable, after 1 test ", again, StringComparison.Ordinal);
        Assert.Equal(shrunk, again.Split("Shrunk:")[1].Split("----")[0]);
    }

    [GeneratedRegex(@"size of (?<size>\d+) and seed of \((?<seed>\d+,\d+)\)")]
    private static partial Regex LastStep();

    private static string Only(Shell project, string test) =>
        project.Try("dotnet", "test", "--filter", $"DisplayName~{test}").Output;

    // The fact as the test tells it, which indents what it quotes.
    private static string FactIn(string output)
    {
        var lines = output.ReplaceLineEndings("\n").Split('\n')
            .SkipWhile(line => !line.Contains("As a fact:", StringComparison.Ordinal))
            .Skip(1)
            .ToList();
        var end = lines.FindIndex(line => line.TrimEnd() == "}");
        Assert.True(end > 0, output);
        return string.Join('\n', lines.Take(end + 1));
    }

    // Into the class, before its last bracket.
    private static void Paste(Shell project, string code)
    {
        var file = project.Of("ConformanceTests.cs");
        var text = File.ReadAllText(file).TrimEnd();
        File.WriteAllText(file, $"{text[..^1]}\n{code}\n}}\n");
    }

    private static string Breaks(Shell project)
    {
        var (code, output) = project.Try("dotnet", "test", "--filter", "DisplayName~REP-0");
        Assert.NotEqual(0, code);
        Assert.Contains("REP-01 is broken in windows-server-2008-x64: ", output, StringComparison.Ordinal);
        Assert.Contains("1. Start p0.", output, StringComparison.Ordinal);
        Assert.Contains("Replay: dhp replay ", output, StringComparison.Ordinal);
        Assert.Contains("public void REP_01_windows_server_2008_x64()", output, StringComparison.Ordinal);
        return output;
    }
}
