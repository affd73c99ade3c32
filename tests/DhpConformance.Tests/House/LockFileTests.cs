using System.Xml.Linq;

namespace DhpConformance.Tests.House;

/// <summary>A lock file for each project, and in continuous integration no package that is not in it.</summary>
public sealed class LockFileTests
{
    private static readonly IEnumerable<SourceFile> Projects =
        SourceFile.Below("src", "DhpConformance.*.csproj").Concat(SourceFile.Below("tests", "DhpConformance.*.csproj"));

    [Fact]
    public void Each_project_has_a_lock_file()
    {
        Assert.NotEmpty(Projects);
        Problems.None(Projects.SelectMany(project => Missing(project.Name, RepositoryRoot.Of)));
    }

    [Fact]
    public void One_that_is_missing_is_noticed() => Assert.Equal(
        ["src/A has no packages.lock.json"], Missing("src/A/A.csproj", name => "/nowhere/" + string.Join('/', name)));

    // Another mode is set for a program for one platform alone, which has lock files of its own.
    [Theory]
    [InlineData("'$(CI)' == 'true'")]
    [InlineData("'$(ContinuousIntegrationBuild)' == 'true'")]
    public void Continuous_integration_restores_in_locked_mode(string when)
    {
        var mode = XDocument.Load(RepositoryRoot.Of("Directory.Build.props"))
            .Descendants("RestoreLockedMode").Single(one => one.Parent!.Attribute("Condition") is null);
        Assert.Equal("true", mode.Value);
        Assert.Contains(when, mode.Attribute("Condition")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_script_of_continuous_integration_does_so_in_any_case() => Assert.Contains(
        " dotnet restore --locked-mode\n", File.ReadAllText(RepositoryRoot.Of(".ci", "run")), StringComparison.Ordinal);

    private static IEnumerable<string> Missing(string project, Func<string[], string> path)
    {
        var folder = Path.GetDirectoryName(project)!.Replace('\\', '/');
        return File.Exists(path([.. folder.Split('/'), "packages.lock.json"]))
            ? []
            : [$"{folder} has no packages.lock.json"];
    }
}
