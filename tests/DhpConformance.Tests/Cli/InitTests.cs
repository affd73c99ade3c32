using DhpConformance.Tests.Hosting.Adapters;

namespace DhpConformance.Tests.Cli;

/// <summary>What <c>dhp init</c> writes works before anybody has edited it.</summary>
public sealed class InitTests : IDisposable
{
    private readonly Dhp dhp = new();

    [Theory]
    [InlineData("csharp", "MyServer.cs", "dotnet build")]
    [InlineData("python", "dhp_adapter.py", "dhp smoke")]
    [InlineData("c", "dhp_adapter.c", "cc -std=c11")]
    public void It_writes_an_adapter_its_claims_settings_and_a_workflow(string language, string adapter, string step)
    {
        var answer = dhp.Run("init", "--language", language);
        Assert.Equal((0, ""), (answer.Code, answer.Error));
        Assert.Contains(step, answer.Output, StringComparison.Ordinal);
        Assert.Contains($"Then edit {adapter}. What your server cannot do", answer.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("cases", File.ReadAllText(dhp.Folder.Of("dhp.json")), StringComparison.Ordinal);
        Assert.True(File.Exists(dhp.Folder.Of("claims.json")));
        Assert.True(File.Exists(dhp.Folder.Of("dhp.json")));
        Assert.Equal(
            File.ReadAllText(Directory.GetFiles(
                RepositoryRoot.Of("specs", "adapters"), adapter, SearchOption.AllDirectories).Single()),
            File.ReadAllText(dhp.Folder.Of(adapter)));
    }

    [Fact]
    public void Without_a_language_it_names_those_that_there_are() => dhp.Run("init").AssertError(
        5, "Say in which language, with --language: csharp or python or c, or see what an adapter in any other");

    [Theory]
    [InlineData("csharp", "      - run: dotnet build\n      - run: dhp smoke\n")]
    [InlineData("python", "          python-version: \"3.x\"\n      - run: dotnet tool install")]
    [InlineData("c", "      - run: cc -std=c11 -O2 -o dhp_adapter dhp_adapter.c\n      - run: dhp smoke\n")]
    public void The_workflow_has_what_the_language_needs(string language, string lines)
    {
        dhp.Run("init", "--language", language);
        var workflow = File.ReadAllText(dhp.Folder.Of(".github", "workflows", "conformance.yml"));
        Assert.Contains(lines, workflow, StringComparison.Ordinal);
        Assert.DoesNotContain("$", workflow, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_the_workflow_has_to_be_and_what_it_installs_is_said_there_and_on_the_terminal()
    {
        var answer = dhp.Run("init", "--language", "c", "--out", "below");
        var name = Path.Combine("below", ".github", "workflows", "conformance.yml");
        Assert.Contains(
            $"{name} is for GitHub, which looks for it at the root", answer.Output, StringComparison.Ordinal);
        var workflow = File.ReadAllText(dhp.Folder.Of(name));
        Assert.Contains("#     working-directory: FOLDER\n", workflow, StringComparison.Ordinal);
        Assert.Contains("add to that step: --add-source FOLDER\n", workflow, StringComparison.Ordinal);
    }

    [NeedsCommandFact("python3")]
    public void What_it_writes_in_Python_passes_smoke_and_run()
    {
        dhp.Run("init", "--language", "python");
        var source = $"command:python3 \"{dhp.Folder.Of("dhp_adapter.py")}\"";
        var smoke = dhp.Run("smoke", "--implementation", source);
        Assert.Equal((0, ""), (smoke.Code, smoke.Error));
        Assert.Contains("Those are the claims of the claims file.", smoke.Output, StringComparison.Ordinal);
        var run = dhp.Run("run", "--implementation", source, "--profile", "windows-server-2008-x64");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("CONFORMANT to windows-server-2008-x64: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_that_is_there_is_overwritten()
    {
        dhp.Folder.Write("dhp.json", "{}");
        dhp.Run("init", "--language", "c").AssertError(5, "dhp.json is there already, and is not overwritten; choose");
        Assert.Equal(["dhp.json"], Directory.GetFileSystemEntries(dhp.Folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void A_language_that_there_is_not_is_explained() =>
        dhp.Run("init", "--language", "cobol").AssertError(
            5, "There is no adapter in \"cobol\"; write csharp or python or c, or see what an adapter in any");

    public void Dispose() => dhp.Dispose();
}
