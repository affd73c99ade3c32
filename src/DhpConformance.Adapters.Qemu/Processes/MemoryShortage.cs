namespace DhpConformance.Adapters.Qemu.Processes;

/// <summary>
/// How QEMU, or what loads it, says that the system gave it no memory. That is never a refusal: the same request is
/// granted where there is enough.
/// </summary>
internal static class MemoryShortage
{
    public const string Remedy =
        "free some memory, or lift a limit such as that of 'ulimit -v': each partition needs about 100 MiB, and "
        + "address space for all modules";

    private static readonly string[] Messages =
    [
        "cannot set up guest memory", "cannot allocate memory", "failed to allocate", "failed to map segment",
    ];

    /// <summary>Whether this says so.</summary>
    public static bool IsIn(string output) =>
        Messages.Any(message => output.Contains(message, StringComparison.OrdinalIgnoreCase));
}
