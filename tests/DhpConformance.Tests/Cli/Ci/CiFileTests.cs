using System.Text.Json.Nodes;
using DhpConformance.Cli.Commands.Init;
using DhpConformance.Tests.Hosting.Protocol;

namespace DhpConformance.Tests.Cli.Ci;

/// <summary>What <c>dhp init</c> writes for continuous integration is what these systems read.</summary>
public sealed class CiFileTests
{
    public static TheoryData<string, string, string> Files
    {
        get
        {
            var files = new TheoryData<string, string, string>();
            foreach (var system in CiSystem.All)
            {
                foreach (var skeleton in Skeleton.All)
                {
                    files.Add(system.Name, skeleton.Role, skeleton.Language);
                }
            }

            return files;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void It_fits_the_schema_of_its_system(string system, string role, string language) =>
        Assert.True(Accepts(system, Content(system, role, language)));

    [Theory]
    [MemberData(nameof(Files))]
    public void It_installs_the_tool_and_runs_every_command_of_the_language(
        string system, string role, string language)
    {
        var commands = Commands(system, role, language);
        var build = Skeleton.All.Single(one => one.Role == role && one.Language == language).Build;
        string[] last = ["smoke", "run"];
        Assert.Equal(last, commands.TakeLast(2).Select(command => command.Split("dhp ")[1]));
        Assert.Contains(
            commands, command => command.Contains("DhpConformance.Tool --version ", StringComparison.Ordinal));
        Assert.True(build.Length == 0 || commands.Contains(build));
    }

    [Theory]
    [InlineData("github", "runs-on: ", "runs: ")]
    [InlineData("github", "      - run: dhp run", "      - script: dhp run")]
    [InlineData("github", "        if: always()", "        when: always()")]
    [InlineData("github", "on: [push, pull_request]", "on: [pushes]")]
    [InlineData("github", "actions/checkout@08c6", "actions/checkout@v")]
    [InlineData("github", "          path: ", "          paths: ")]
    [InlineData("gitlab", "  script:", "  scripts:")]
    [InlineData("gitlab", "    when: always", "    when: finally")]
    [InlineData("gitlab", "      junit: ", "      xunit: ")]
    [InlineData("gitlab", "  image: ", "  container: ")]
    public void What_its_system_would_not_read_does_not_fit(string system, string from, string to)
    {
        var content = Content(system, Skeleton.Server, "csharp");
        Assert.Contains(from, content, StringComparison.Ordinal);
        Assert.False(Accepts(system, content.Replace(from, to, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("a:\n  b: c\n d: e\n")]
    [InlineData("a: |\n  b\n")]
    [InlineData("a:\n")]
    [InlineData("a\n")]
    public void Yaml_that_the_tests_do_not_understand_is_refused(string text) =>
        Assert.Throws<FormatException>(() => BlockYaml.Parse(text));

    [Theory]
    [InlineData("github", "server", ".github/workflows/conformance.yml", "is for GitHub")]
    [InlineData("gitlab", "server", ".gitlab-ci.yml", "is for GitLab")]
    [InlineData("gitlab", "driver", ".gitlab-ci.yml", "is for GitLab")]
    public void The_system_that_is_named_gets_its_file_and_no_other_does(
        string system, string role, string file, string told)
    {
        using var dhp = new Dhp();
        var answer = dhp.Run("init", "--role", role, "--language", "c", "--ci", system);
        Assert.Contains(told, answer.Output, StringComparison.Ordinal);
        Assert.Equal(Content(system, role, "c"), File.ReadAllText(dhp.Folder.Of(file)));
        Assert.All(
            CiSystem.All.Where(other => other.Name != system),
            other => Assert.False(File.Exists(dhp.Folder.Of(other.File))));
    }

    [Fact]
    public void Nobody_has_to_have_one()
    {
        using var dhp = new Dhp();
        Assert.Equal(0, dhp.Run("init", "--language", "c", "--ci", "none").Code);
        Assert.All(CiSystem.All, system => Assert.False(File.Exists(dhp.Folder.Of(system.File))));
    }

    [Fact]
    public void A_system_that_there_is_not_is_bad_input()
    {
        using var dhp = new Dhp();
        Assert.Equal(5, dhp.Run("init", "--language", "c", "--ci", "jenkins").Code);
    }

    private static string Content(string system, string role, string language) =>
        CiSystem.All.Single(one => one.Name == system)
            .Content(Skeleton.All.Single(one => one.Role == role && one.Language == language));

    private static bool Accepts(string system, string content) =>
        Schema.OfCi(system).Accepts(BlockYaml.Parse(content));

    private static List<string> Commands(string system, string role, string language)
    {
        var file = BlockYaml.Parse(Content(system, role, language));
        IEnumerable<JsonNode?> commands = system == "github"
            ? file["jobs"]!["conformance"]!["steps"]!.AsArray().Select(step => step!["run"])
            : file["conformance"]!["before_script"]!.AsArray().Concat(file["conformance"]!["script"]!.AsArray());
        return [.. commands.Where(command => command is not null).Select(command => (string)command!)];
    }
}
