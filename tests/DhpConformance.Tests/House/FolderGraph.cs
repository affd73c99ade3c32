using System.Text.RegularExpressions;

namespace DhpConformance.Tests.House;

/// <summary>
/// Which folder of a project uses which, by its <c>using</c> lines and by names that begin with a folder. The root of a
/// project is no folder: it puts them together.
/// </summary>
internal sealed partial class FolderGraph
{
    private readonly SortedDictionary<string, SortedSet<string>> uses = new(StringComparer.Ordinal);

    /// <param name="project">The name of the project, with which its namespaces begin.</param>
    /// <param name="files">Its files.</param>
    public FolderGraph(string project, IReadOnlyCollection<SourceFile> files)
    {
        var types = files.SelectMany(file => Declaration().Matches(file.Text).Select(match =>
            (Folder: FolderOf(file), Name: match.Groups[1].Value))).ToHashSet();
        foreach (var file in files.Where(file => FolderOf(file).Length > 0))
        {
            var folder = FolderOf(file);
            var used = Using().Matches(file.Text)
                .Select(match => match.Groups[1].Value)
                .Where(name => name.StartsWith(project + ".", StringComparison.Ordinal))
                .Select(name => name[(project.Length + 1)..])
                .Concat(Qualified().Matches(file.Text)
                    .Where(match => types.Contains((match.Groups[1].Value, match.Groups[2].Value)))
                    .Select(match => match.Groups[1].Value));
            uses.TryAdd(folder, new(StringComparer.Ordinal));
            uses[folder].UnionWith(used.Where(other => other != folder));
        }

        string FolderOf(SourceFile file) => Namespace().Match(file.Text).Groups[1].Value is var name
            && name.StartsWith(project + ".", StringComparison.Ordinal)
            ? name[(project.Length + 1)..]
            : "";
    }

    /// <summary>Folders that use each other, directly or by way of others: each circle once.</summary>
    public IEnumerable<string> Circles => uses.Keys
        .Select(folder => uses.Keys.Where(other => Reaches(folder, other) && Reaches(other, folder)).ToList())
        .Where(circle => circle.Count > 1)
        .Select(circle => string.Join(", ", circle))
        .Distinct();

    private bool Reaches(string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { from };
        var waiting = new Queue<string>(seen);
        while (waiting.TryDequeue(out var folder))
        {
            foreach (var next in uses.GetValueOrDefault(folder) ?? [])
            {
                if (seen.Add(next))
                {
                    waiting.Enqueue(next);
                }
            }
        }

        return seen.Contains(to);
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^using (?:static )?([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"^(?:public|internal) [\w ]*?(?:class|record struct|record|struct|interface|enum) (\w+)",
        RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex(@"(?<![\w.])([A-Z]\w*)\.([A-Z]\w*)")]
    private static partial Regex Qualified();
}
