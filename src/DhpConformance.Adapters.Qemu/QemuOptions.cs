namespace DhpConformance.Adapters.Qemu;

/// <summary>Which QEMU plays the server, and how long it is waited for.</summary>
public sealed record QemuOptions
{
    /// <summary>The machine that every partition is.</summary>
    public QemuMachine Machine { get; init; }

    /// <summary>The program to run, by path or name; null for the one that Debian installs.</summary>
    public string? Binary { get; init; }

    /// <summary>
    /// How QEMU emulates: <c>tcg</c>, or <c>tcg,thread=single</c>, which has one thread for all processors.
    /// </summary>
    public string Accelerator { get; init; } = "tcg";

    /// <summary>
    /// Slots for processors that every partition has and no unit may use; 0 or more. QEMU 7.2 aborts
    /// once it has been given as many processors as it has slots, removed ones included; spare slots put that
    /// off, so that a campaign sees further. The limit of processors is then kept by this program.
    /// </summary>
    public int SpareSlots { get; init; }

    /// <summary>
    /// Where each partition has a folder of its own for the moment in which it starts. A socket in it has a path of
    /// at most 107 bytes, so it should not be deep.
    /// </summary>
    public string Folder { get; init; } = Path.GetTempPath();

    /// <summary>
    /// Where a shell script is left for each process that was started, which says the same to QEMU without this
    /// program; null for nowhere.
    /// </summary>
    public string? Scripts { get; init; }

    /// <summary>
    /// Where <c>.ci/guest</c> has left an operating system, which every partition then boots; <c>q35</c> only. Null for
    /// machines that execute nothing.
    /// </summary>
    public string? Guest { get; init; }

    /// <summary>The time in which an operating system must boot. Emulation on a busy machine is slow.</summary>
    public TimeSpan BootDeadline { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>The time in which an operating system must use an added unit or release a removed one.</summary>
    public TimeSpan GuestDeadline { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The time in which a process must connect.</summary>
    public TimeSpan StartDeadline { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Until a command must be answered, and a process that was asked to end must have ended.</summary>
    public TimeSpan CommandDeadline { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Until a removal that QEMU has accepted must have happened.</summary>
    public TimeSpan RemovalDeadline { get; init; } = TimeSpan.FromSeconds(3);

    // A start takes a third of this on an idle machine.
    private static readonly TimeSpan QuietStart = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// The same options with the deadlines of a running process extended by the factor by which its start was slower
    /// than on a quiet machine. On a machine with a load of 20, an answer that is on its way would break a rule
    /// otherwise.
    /// </summary>
    /// <param name="start">From the start of the process until it answered for the first time.</param>
    internal QemuOptions SlowedBy(TimeSpan start)
    {
        var factor = Math.Max(1, start / QuietStart);
        return this with
        {
            BootDeadline = BootDeadline * factor,
            GuestDeadline = GuestDeadline * factor,
            CommandDeadline = CommandDeadline * factor,
            RemovalDeadline = RemovalDeadline * factor,
        };
    }
}
