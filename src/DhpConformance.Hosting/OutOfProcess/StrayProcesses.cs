using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>
/// What an adapter has left behind and that bears no mark: it has left the session, and dropped the environment. On
/// Linux a process may inherit such orphans, as their sub-reaper; elsewhere they are not found.
/// </summary>
internal static class StrayProcesses
{
    private const int ChildSubreaper = 36;

    // Between fork and exec a process that is being started looks like one of this program, without a mark.
    private static readonly TimeSpan Exec = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// Makes this process inherit what its children leave behind. To do it again does nothing. False where that cannot
    /// be had.
    /// </summary>
    public static bool Inherit() => OperatingSystem.IsLinux() && Control(ChildSubreaper, 1, 0, 0, 0) == 0;

    /// <summary>
    /// Kills those that no running adapter can have started, since each of those is younger; answers how many.
    /// </summary>
    public static int Kill()
    {
        if (!OperatingSystem.IsLinux())
        {
            return 0;
        }

        var seen = Find();
        if (seen.Count > 0)
        {
            Thread.Sleep(Exec);
            seen.IntersectWith(Find());
        }

        return seen.Count(TryKill);
    }

    private static HashSet<int> Find()
    {
        var children = ProcessEntry.All().Where(entry => entry.Parent == Environment.ProcessId && !entry.IsOver)
            .ToLookup(entry => OutlivingProcesses.IsMarked(entry.Id));
        var oldest = children[true].Select(adapter => adapter.Started).DefaultIfEmpty(long.MaxValue).Min();
        return [.. children[false].Where(child => child.Started < oldest).Select(child => child.Id)];
    }

    private static bool TryKill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill(entireProcessTree: true);
            RuntimeSockets.RemoveOf(id);
            return true;
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or AggregateException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "prctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Control(int option, nuint first, nuint second, nuint third, nuint fourth);

    /// <summary>What Linux says of a process.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="IsOver">Whether it has ended, and nobody has asked about it yet.</param>
    /// <param name="Parent">The id of its parent.</param>
    /// <param name="Started">When it was started, on a clock of the system.</param>
    private sealed record ProcessEntry(int Id, bool IsOver, int Parent, long Started)
    {
        // Places in /proc/ID/stat, counted from behind the name, which may have anything in it.
        private const int State = 0;
        private const int ParentId = 1;
        private const int StartTime = 19;

        public static IEnumerable<ProcessEntry> All() => Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? Of(id) : null)
            .OfType<ProcessEntry>();

        private static ProcessEntry? Of(int id)
        {
            try
            {
                var text = File.ReadAllText($"/proc/{id}/stat");
                var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
                return new(
                    id,
                    fields[State] is "Z" or "X",
                    int.Parse(fields[ParentId], CultureInfo.InvariantCulture),
                    long.Parse(fields[StartTime], CultureInfo.InvariantCulture));
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // It has ended meanwhile.
                return null;
            }
        }
    }
}
