namespace DhpConformance.Tests.Specs;

/// <summary>The pages under <c>specs</c>, named from the root of the repository.</summary>
internal static class SpecsFolder
{
    /// <summary>The groups that the index of rules lists, each with its page.</summary>
    public static IReadOnlyDictionary<string, string> RulePages { get; } =
        MarkdownTable.In(Read("specs/rules/README.md"), "Group").Rows
            .ToDictionary(row => row[0], row => "specs/rules/" + row[1].Split('[', ']')[1]);

    /// <summary>Every page; what `npm ci` installs in specs/formal has pages of its own.</summary>
    public static IEnumerable<string> Pages =>
        Directory.EnumerateFiles(RepositoryRoot.Of("specs"), "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/'))
            .Where(page => !page.Contains("/node_modules/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    public static string Read(string page) => File.ReadAllText(RepositoryRoot.Of(page));
}
