namespace DhpConformance.Cli.Output;

/// <summary>
/// A folder that files are written to all at once or not at all: they are staged beside their place, then moved. That
/// takes a moment, so that a run that is killed before leaves nothing behind.
/// </summary>
internal sealed class ReportFolder : IDisposable
{
    private readonly string path;
    private readonly string name;
    private readonly string staging;
    private readonly List<string> made;

    private ReportFolder(string path, string name)
    {
        this.path = path;
        this.name = name;
        made = [.. Ancestors(path).TakeWhile(folder => !Directory.Exists(folder))];
        staging = Path.Combine(path, Staging.Name());
    }

    /// <summary>Makes sure that files can be written to a folder.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="name">What the user calls it.</param>
    public static ReportFolder Open(string path, string name)
    {
        var folder = new ReportFolder(path, name);
        try
        {
            folder.Try(() => Directory.CreateDirectory(folder.staging));
            folder.Try(() => Directory.Delete(folder.staging));
            Staging.RemoveAbandoned(path);
            return folder;
        }
        catch (BadInputException)
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Writes files, and removes what an earlier run left in the same subfolders.</summary>
    public void Commit(IEnumerable<(string Name, string Content)> files)
    {
        var written = new List<string>();

        // To make them may take long, since failures are executed once more.
        foreach (var (file, content) in files.ToList())
        {
            Try(() => Write(Within(staging, file), content));
            written.Add(file);
        }

        Try(() => written.ForEach(Move));
        Try(() => RemoveStale(written));
    }

    public void Dispose() => Staging.Tidy(() =>
    {
        if (Directory.Exists(staging))
        {
            Directory.Delete(staging, recursive: true);
        }

        foreach (var folder in made.Where(Directory.Exists).TakeWhile(IsEmpty))
        {
            Directory.Delete(folder);
        }
    });

    private static void Write(string file, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    private void Move(string file)
    {
        var target = Within(path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(Within(staging, file), target, overwrite: true);
    }

    // Names are made of what stands in files. Whatever they are, nothing is written outside the folder.
    private static string Within(string folder, string file)
    {
        var place = Path.GetFullPath(file, folder);
        return place.StartsWith(folder.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar,
            StringComparison.Ordinal)
            ? place
            : throw new BadInputException($"\"{file}\" would be written outside the folder of the report.");
    }

    private void RemoveStale(List<string> written)
    {
        var failures = Path.Combine(path, "failures");
        if (!Directory.Exists(failures))
        {
            return;
        }

        var kept = written.Select(file => Path.Combine(path, file)).ToHashSet();
        foreach (var file in Directory.GetFiles(failures, "*.ndjson").Where(file => !kept.Contains(file)))
        {
            File.Delete(file);
        }

        if (IsEmpty(failures))
        {
            Directory.Delete(failures);
        }
    }

    private static bool IsEmpty(string folder) => !Directory.EnumerateFileSystemEntries(folder).Any();

    private static IEnumerable<string> Ancestors(string? folder)
    {
        for (; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            yield return folder;
        }
    }

    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadInputException(
                $"The folder {name} cannot be written to: "
                + $"{Unwritable.Why(path, exception)}; choose another with --out.",
                cause: exception);
        }
    }
}
