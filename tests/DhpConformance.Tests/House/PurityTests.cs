using System.Xml.Linq;

namespace DhpConformance.Tests.House;

/// <summary>The build forbids the model all I/O, clocks, tasks and chance, and nobody has switched that off.</summary>
public sealed class PurityTests
{
    private const string Analyzer = "Microsoft.CodeAnalysis.BannedApiAnalyzers";
    private const string Folder = "src/DhpConformance.Model";

    private static readonly string[] Banned =
    [
        "N:System.IO", "N:System.Net", "N:System.Threading", "N:System.Threading.Tasks", "N:System.Diagnostics",
        "T:System.Random", "T:System.DateTime", "T:System.DateTimeOffset", "T:System.TimeProvider",
        "T:System.Console", "T:System.Environment", "M:System.Guid.NewGuid",
    ];

    [Fact]
    public void The_model_is_built_with_the_analyzer_and_its_list() =>
        Problems.None(ProjectProblems(File.ReadAllText(RepositoryRoot.Of(Folder, "DhpConformance.Model.csproj"))));

    [Fact]
    public void The_list_bans_whatever_is_not_a_function_of_its_arguments() =>
        Problems.None(ListProblems(File.ReadAllText(RepositoryRoot.Of(Folder, "BannedSymbols.txt"))));

    [Fact]
    public void Nobody_suppresses_it() => Assert.DoesNotContain(SourceFile.Below(Folder), Suppresses);

    [Theory]
    [InlineData("", "is built without " + Analyzer)]
    [InlineData("<PackageReference Include='FsCheck'/>", "FsCheck")]
    [InlineData("<NoWarn>RS0030</NoWarn>", "NoWarn")]
    public void A_project_that_could_be_impure_is_noticed(string item, string problem)
    {
        var analyzer = item.Length == 0 ? "" : $"<PackageReference Include='{Analyzer}'/>";
        var project = $"<Project><AdditionalFiles Include='BannedSymbols.txt'/>{analyzer}{item}</Project>";
        Assert.Contains(problem, Assert.Single(ProjectProblems(project)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_analyzer_without_a_list_is_noticed() =>
        Assert.Contains(
            "BannedSymbols.txt",
            Assert.Single(ProjectProblems($"<Project><PackageReference Include='{Analyzer}'/></Project>")),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("T:System.Random;The model is not random.", "N:System.IO is not banned")]
    [InlineData("N:System.IO;", "gives no reason")]
    public void A_list_with_a_hole_is_noticed(string list, string problem) =>
        Assert.Contains(ListProblems(list), text => text.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public void A_suppression_is_noticed() =>
        Assert.True(Suppresses(new(Folder + "/A.cs", "#pragma warning disable RS0030 // Just this once.")));

    private static IEnumerable<string> ProjectProblems(string project)
    {
        var items = XDocument.Parse(project).Descendants().ToArray();
        var packages = items.Where(item => item.Name == "PackageReference").Select(Included).ToArray();
        if (!packages.Contains(Analyzer))
        {
            yield return $"The model is built without {Analyzer}.";
        }

        if (!items.Any(item => item.Name == "AdditionalFiles" && Included(item) == "BannedSymbols.txt"))
        {
            yield return "The analyzer is not given BannedSymbols.txt.";
        }

        foreach (var item in items.Where(item => item.Name == "NoWarn"))
        {
            yield return $"The model is built with NoWarn {item.Value}.";
        }

        foreach (var package in packages.Where(package => package != Analyzer))
        {
            yield return $"The model needs no package, and {package} least of all.";
        }
    }

    private static IEnumerable<string> ListProblems(string list)
    {
        var entries = list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(';')).ToArray();
        var silent = entries.Where(entry => entry.Length < 2 || entry[1].Trim().Length == 0)
            .Select(entry => $"{entry[0]} gives no reason.");
        var missing = Banned.Except(entries.Select(entry => entry[0])).Select(symbol => $"{symbol} is not banned.");
        return silent.Concat(missing);
    }

    private static bool Suppresses(SourceFile file) => file.Text.Contains("RS0030", StringComparison.Ordinal);

    private static string? Included(XElement item) => (string?)item.Attribute("Include");
}
