using System.Xml.Linq;
using DhpConformance.Tests.Specs;

namespace DhpConformance.Tests.House;

/// <summary>Which project may reference which, by <c>specs/architecture.md</c> and by the project files.</summary>
internal static class Arrows
{
    private const string Prefix = "DhpConformance.";

    /// <summary>A row of the table.</summary>
    internal sealed record Allowed(string Project, bool Planned, string[] References)
    {
        public bool Anything => References is ["everything"];
    }

    /// <summary>A project as it is.</summary>
    internal sealed record Actual(string Project, bool IsTest, string[] References);

    /// <summary>The rows of the tables whose first column has one of these titles.</summary>
    public static List<Allowed> InTables(string page, params string[] titles) =>
        [.. from title in titles
            from row in MarkdownTable.In(page, title).Rows
            select new Allowed(
                row[0].Split('`')[1],
                row[0].EndsWith("(planned)", StringComparison.Ordinal),
                [.. row[1].Split(", ").Where(name => name != "–")])];

    /// <summary>The arrows of the diagram, as <c>A --> B</c>.</summary>
    public static IEnumerable<string> InDiagram(string page) =>
        from line in page.Split("```mermaid")[1].Split("```")[0].Split('\n')
        let ends = line.Split("-->", StringSplitOptions.TrimEntries)
        where ends.Length == 2
        from target in ends[1].Split('&', StringSplitOptions.TrimEntries)
        select $"{ends[0]} --> {target}";

    public static Actual Read(SourceFile project)
    {
        var references = from reference in XDocument.Parse(project.Text).Descendants("ProjectReference")
                         where (string?)reference.Attribute("ReferenceOutputAssembly") != "false"
                         select NameOf((string)reference.Attribute("Include")!);
        return new(
            NameOf(project.Name),
            project.Name.StartsWith("tests/", StringComparison.Ordinal),
            [.. references.Order(StringComparer.Ordinal)]);
    }

    /// <summary>What is wrong with the projects there are, by the table.</summary>
    public static IEnumerable<string> Problems(List<Allowed> table, Actual[] projects)
    {
        foreach (var row in table.Where(row => !row.Planned && projects.All(one => one.Project != row.Project)))
        {
            yield return $"{row.Project} does not exist: mark it '(planned)' in specs/architecture.md";
        }

        foreach (var project in projects)
        {
            var row = table.Find(row => row.Project == project.Project);
            string[] problems = row is null ? ["is not in the table of the architecture"] : Compare(row, project);
            foreach (var problem in problems)
            {
                yield return $"{project.Project} {problem}";
            }
        }
    }

    private static string[] Compare(Allowed row, Actual project)
    {
        var extra = row.Anything ? [] : project.References.Except(row.References);
        string[] missing = project.IsTest ? [] : [.. row.References.Except(project.References)];
        string[] finished = row.Planned && missing.Length == 0 ? ["is there: take '(planned)' away"] : [];
        return
        [
            .. extra.Select(name => $"must not reference {name}"),
            .. row.Planned ? finished : missing.Select(name => $"does not reference {name}"),
        ];
    }

    private static string NameOf(string path) =>
        Path.GetFileNameWithoutExtension(path.Replace('\\', '/'))[Prefix.Length..];
}
