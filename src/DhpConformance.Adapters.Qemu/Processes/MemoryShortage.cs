namespace DhpConformance.Adapters.Qemu.Processes;

/// <summary>
/// Recognizes messages of QEMU, or of its loader, that the system had no memory left. This is never a refusal: the
/// same request succeeds on a machine with enough memory.
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

    /// <summary>Whether the output contains such a message.</summary>
    public static bool IsIn(string output) =>
        Messages.Any(message => output.Contains(message, StringComparison.OrdinalIgnoreCase));
}
