namespace DhpConformance.Adapters.Qemu.Processes;

/// <summary>How a process ended: the code that a shell gives, with the name of the signal if there was one.</summary>
internal static class ExitStatus
{
    private const int Signalled = 128;

    public static string Describe(int code) => code <= Signalled
        ? $"exit code {code}"
        : $"signal {code - Signalled}{Name(code - Signalled)}";

    private static string Name(int signal) => signal switch
    {
        4 => " (illegal instruction)",
        5 => " (SIGTRAP, perhaps for want of memory)",
        6 => " (SIGABRT, a failed assertion or abort)",
        7 => " (SIGBUS)",
        8 => " (SIGFPE)",
        9 => " (SIGKILL, perhaps for want of memory)",
        11 => " (SIGSEGV)",
        15 => " (SIGTERM)",
        _ => "",
    };
}
