using System.Diagnostics;

namespace DhpConformance.Cli.Output;

/// <summary>
/// Names for what is written beside its place and then moved, and what becomes of it when the run is killed in between:
/// the next run removes it.
/// </summary>
internal static class Staging
{
    private const string Mark = ".staging-";

    // Much longer than staging takes: what is older belongs to no run, on whatever machine it was.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private static readonly string Machine =
        string.Concat(Environment.MachineName.Where(char.IsAsciiLetterOrDigit)) + ".";

    /// <summary>A name that nothing has, and that says whose it is.</summary>
    public static string Name() => $"{Mark}{Machine}{Environment.ProcessId}-{Guid.NewGuid():N}";

    /// <summary>Removes from a folder what runs have left that were killed. What cannot be removed stays.</summary>
    public static void RemoveAbandoned(string folder) => Tidy(() =>
    {
        foreach (var left in Directory.GetFileSystemEntries(folder, $"{Mark}*").Where(IsAbandoned))
        {
            Tidy(() => Remove(left));
        }
    });

    /// <summary>Removes a staged file or folder, if it is there. What cannot be removed stays.</summary>
    public static void Discard(string path) => Tidy(() => Remove(path));

    /// <summary>Tries an action whose failure does not matter.</summary>
    public static void Tidy(Action tidy)
    {
        try
        {
            tidy();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Tidying up is all that failed.
        }
    }

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
        else if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    // A folder may be shared with other machines, whose processes cannot be asked about.
    private static bool IsAbandoned(string path)
    {
        var name = Path.GetFileName(path)[Mark.Length..];
        return DateTime.UtcNow - Directory.GetLastWriteTimeUtc(path) > Longest
            || (name.StartsWith(Machine, StringComparison.Ordinal)
                && int.TryParse(name[Machine.Length..].Split('-')[0], out var id)
                && !IsRunning(id));
    }

    private static bool IsRunning(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
