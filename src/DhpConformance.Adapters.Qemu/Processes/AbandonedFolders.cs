using System.Diagnostics;

namespace DhpConformance.Adapters.Qemu.Processes;

/// <summary>
/// Folders of sockets that an adapter has left behind because it was killed while a QEMU process was starting. The name
/// says whose a folder is, so that the next adapter removes it.
/// </summary>
internal static class AbandonedFolders
{
    private const string Before = "dhp-qemu-";

    // A folder is needed for seconds. In a container the process of another cannot be found, though it runs.
    private static readonly TimeSpan Needed = TimeSpan.FromMinutes(1);

    /// <summary>A name that no folder has.</summary>
    public static string NewName() => $"{Before}{Environment.ProcessId}-{Path.GetRandomFileName()}";

    /// <summary>Removes those whose adapter is no more. What cannot be removed stays.</summary>
    public static void Remove(string parent)
    {
        foreach (var folder in Directory.GetDirectories(parent, $"{Before}*").Where(IsAbandoned))
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // The folder belongs to another user, or another adapter has removed it.
            }
        }
    }

    private static bool IsAbandoned(string folder) =>
        DateTime.UtcNow - Directory.GetLastWriteTimeUtc(folder) > Needed
        && !(int.TryParse(Path.GetFileName(folder)[Before.Length..].Split('-')[0], out var id) && IsRunning(id));

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
