using System.Diagnostics;

namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>Starts a child that leaves its session, drops its environment and is nobody's child any more.</summary>
internal static class LeavesTheSession
{
    public static void Run()
    {
        // The shell in between ends at once, so that the sleeper loses its parent.
        using var shell = Process.Start(
            "/bin/sh", ["-c", "setsid env -i /bin/sleep 600 >/dev/null 2>&1 </dev/null & echo $! > \"$DHP_TEST_PID\""]);
        shell.WaitForExit();
        WellBehaved.Run();
    }
}
