using System.Diagnostics;
using System.Text;

namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>
/// Finds what an adapter has started and left behind. Once its parent has ended, a process no longer shows whose
/// child it was; but it has inherited the environment, and with it a mark that the adapter was given.
/// </summary>
/// <remarks>
/// Only Linux shows the environment of another process as a file. Elsewhere what the platform finds from the
/// adapter's own id is ended, and a child whose parent ended before it can be missed.
/// </remarks>
internal sealed class OutlivingProcesses
{
    private const string Variable = "DHP_ADAPTER_MARK";

    // Whoever is found may start another before it is killed, so that one look is not enough; and there is an end.
    private const int Looks = 20;

    private readonly string mark = Guid.NewGuid().ToString("N");

    /// <summary>Marks a process that is about to be started, and all that it will start.</summary>
    public void Mark(ProcessStartInfo start) => start.Environment[Variable] = mark;

    /// <summary>Kills every marked process, and answers how many there were.</summary>
    public int Kill()
    {
        var killed = new HashSet<int>();
        for (var look = 0; look < Looks; look++)
        {
            var found = Find().Where(TryKill).ToArray();
            if (found.Length == 0)
            {
                break;
            }

            // What was killed is gone a moment later, and until then it is found again.
            killed.UnionWith(found);
            Thread.Sleep(look);
        }

        return killed.Count;
    }

    /// <summary>Whether a process bears the mark of any adapter of this program, or of another like it.</summary>
    public static bool IsMarked(int id) => EnvironmentOf(id).IndexOf(Encoding.ASCII.GetBytes($"{Variable}=")) >= 0;

    private IEnumerable<int> Find()
    {
        if (!OperatingSystem.IsLinux())
        {
            return [];
        }

        var entry = Encoding.ASCII.GetBytes($"{Variable}={mark}");
        return Directory.EnumerateDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : 0)
            .Where(id => id > 0 && EnvironmentOf(id).IndexOf(entry) >= 0);
    }

    private static ReadOnlySpan<byte> EnvironmentOf(int id)
    {
        try
        {
            return File.ReadAllBytes($"/proc/{id}/environ");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            // It has ended meanwhile, or is somebody else's.
            return [];
        }
    }

    private static bool TryKill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
            RuntimeSockets.RemoveOf(id);
            return true;
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
