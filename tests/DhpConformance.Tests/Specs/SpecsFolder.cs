using DhpConformance.Model.Rules;

namespace DhpConformance.Tests.Specs;

/// <summary>The pages under <c>specs</c>, named from the root of the repository.</summary>
internal static class SpecsFolder
{
    /// <summary>The groups that the index of rules gives a page, and that page; planned ones are left out.</summary>
    public static IReadOnlyDictionary<string, string> RulePages { get; } =
        MarkdownTable.In(Read("specs/rules/README.md"), "Group").Rows
            .Where(row => !row[1].EndsWith("(planned)", StringComparison.Ordinal))
            .ToDictionary(row => row[0], row => "specs/rules/" + row[1].Split('[', ']')[1]);

    /// <summary>The groups whose page is still to be written.</summary>
    public static IReadOnlySet<string> PlannedGroups { get; } =
        MarkdownTable.In(Read("specs/rules/README.md"), "Group").Rows
            .Where(row => row[1].EndsWith("(planned)", StringComparison.Ordinal))
            .Select(row => row[0]).ToHashSet();

    /// <summary>The rules that have a page.</summary>
    public static Rule[] Rules { get; } =
        [.. RuleCatalog.All.Where(rule => RulePages.ContainsKey(rule.Group))];

    /// <summary>Every page.</summary>
    public static IEnumerable<string> Pages =>
        Directory.EnumerateFiles(RepositoryRoot.Of("specs"), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    public static string Read(string page) => File.ReadAllText(RepositoryRoot.Of(page));
}
