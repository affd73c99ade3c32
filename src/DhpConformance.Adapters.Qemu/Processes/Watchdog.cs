namespace DhpConformance.Adapters.Qemu.Processes;

/// <summary>
/// The shell between this program and QEMU. Its standard input is a pipe that we hold and never write to: when we
/// close it, or are killed and the kernel closes it, QEMU is killed and the folder of its socket removed. QEMU itself
/// has no such option before 10.2, and the signal on the death of a parent comes when the starting <em>thread</em>
/// ends, which a thread of a pool does at any time. A QEMU that aborts leaves no core: shrinking lets it abort a
/// hundred times. Signals are ignored: <c>timeout</c> and Ctrl+C send them to the whole process group, and a QEMU that
/// hangs would outlive a watchdog that obeys. It prints nothing, so the end of standard error comes from QEMU.
/// </summary>
internal static class Watchdog
{
    /// <summary>Run by <c>sh -c</c> with the folder to remove, the program and its arguments.</summary>
    public const string Script =
        """
        trap '' INT HUP TERM QUIT
        ulimit -c 0
        exec 3<&0 </dev/null >&2
        folder=$1; shift
        "$@" 3<&- &
        qemu=$!
        { read -r line <&3; kill -9 $qemu; } 2>/dev/null &
        watch=$!
        wait $qemu 2>/dev/null
        status=$?
        kill -9 $watch 2>/dev/null
        rm -rf "$folder"
        exit $status
        """;
}
