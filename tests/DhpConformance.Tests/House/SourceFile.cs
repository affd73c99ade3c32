namespace DhpConformance.Tests.House;

/// <summary>A file of ours, named from the root of the repository.</summary>
internal sealed record SourceFile(string Name, string Text)
{
    public string[] Lines { get; } = Text.TrimEnd('\n').Split('\n');

    /// <summary>Every C# file under <c>src</c> and <c>tests</c>.</summary>
    public static IEnumerable<SourceFile> All => Below("src").Concat(Below("tests"));

    /// <summary>Every file below a folder with one of the endings, C# files if none is given.</summary>
    public static IEnumerable<SourceFile> Below(string folder, string pattern = "*.cs") =>
        Directory.EnumerateFiles(RepositoryRoot.Of(folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/'))
            .Where(name => !name.Split('/').Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(name => new SourceFile(name, File.ReadAllText(RepositoryRoot.Of(name))));
}
