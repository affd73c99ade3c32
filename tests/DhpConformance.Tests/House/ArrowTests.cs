namespace DhpConformance.Tests.House;

public sealed class ArrowTests
{
    private const string Table =
        """
        | Project | May reference | Why |
        |---|---|---|
        | `Abstractions` | – | . |
        | `Model` | Abstractions | . |
        | `Engine` (planned) | Abstractions, Model | . |
        | `Tests` | Abstractions, Model | . |
        """;

    private static readonly string Page = File.ReadAllText(RepositoryRoot.Of("specs", "architecture.md"));

    [Fact]
    public void Project_files_have_the_arrows_of_the_table() =>
        Problems.None(Arrows.Problems(Arrows.InTables(Page, "Project", "Test project"), Projects()));

    [Fact]
    public void The_diagram_has_the_arrows_of_the_table()
    {
        var arrows = from row in Arrows.InTables(Page, "Project")
                     from target in row.References
                     select $"{row.Project} --> {target}";
        Assert.Equal(arrows.Order(StringComparer.Ordinal), Arrows.InDiagram(Page).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void One_type_both_calls_an_implementation_and_knows_the_model() =>
        Assert.Equal(
            ["src/DhpConformance.Engine/Execution/SequenceRunner.cs"],
            SourceFile.Below("src").Where(CallsAndKnows).Select(file => file.Name));

    [Theory]
    [InlineData("using DhpConformance.Model.Transitions; server.Apply(operation);", true)]
    [InlineData("using DhpConformance.Model.Transitions; model.Step(operation);", false)]
    [InlineData("server.Observe();", false)]
    public void A_second_one_is_noticed(string text, bool noticed) =>
        Assert.Equal(noticed, CallsAndKnows(new("src/A.cs", text)));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(RepositoryRoot.Of("DhpConformance.sln"));
        Assert.All(
            Projects().Select(project => $"\"DhpConformance.{project.Project}\""),
            name => Assert.Contains(name, solution, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("src", "Model", "Abstractions")]
    [InlineData("tests", "Tests", "Model")]
    [InlineData("src", "Engine", "Abstractions")]
    public void An_arrow_that_is_in_the_table_is_right(string folder, string name, string references) =>
        Assert.Empty(ProblemsOf(folder, name, references));

    [Theory]
    [InlineData("src", "Model", "Abstractions Engine", "must not reference Engine")]
    [InlineData("src", "Model", "", "does not reference Abstractions")]
    [InlineData("tests", "Tests", "Model Engine", "must not reference Engine")]
    [InlineData("src", "Stray", "", "is not in the table")]
    [InlineData("src", "Engine", "Abstractions Model", "is there: take '(planned)' away")]
    [InlineData("src", "Engine", "Tests", "must not reference Tests")]
    public void An_arrow_that_is_not_is_noticed(string folder, string name, string references, string problem) =>
        Assert.Contains(problem, Assert.Single(ProblemsOf(folder, name, references)), StringComparison.Ordinal);

    [Fact]
    public void A_project_that_is_missing_is_noticed_unless_it_is_planned() =>
        Assert.Equal(
            ["Abstractions", "Model", "Tests"],
            Arrows.Problems(Arrows.InTables(Table, "Project"), []).Select(problem => problem.Split(' ')[0]));

    // A project of another name is content of a template.
    private static Arrows.Actual[] Projects() =>
    [
        .. SourceFile.Below("src", "DhpConformance.*.csproj")
            .Concat(SourceFile.Below("tests", "DhpConformance.*.csproj"))
            .Select(Arrows.Read),
    ];

    private static bool CallsAndKnows(SourceFile file) =>
        file.Text.Contains("DhpConformance.Model", StringComparison.Ordinal)
        && (file.Text.Contains(".Apply(", StringComparison.Ordinal)
            || file.Text.Contains(".Observe()", StringComparison.Ordinal));

    private static IEnumerable<string> ProblemsOf(string folder, string name, string references)
    {
        var items = references.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(to => $"<ProjectReference Include=\"../DhpConformance.{to}/DhpConformance.{to}.csproj\" />");
        var text = $"<Project><ItemGroup>{string.Concat(items)}</ItemGroup></Project>";
        var project = Arrows.Read(new($"{folder}/DhpConformance.{name}.csproj", text));
        return Arrows.Problems(Arrows.InTables(Table, "Project"), [project])
            .Where(problem => problem.StartsWith(name + " ", StringComparison.Ordinal));
    }
}
