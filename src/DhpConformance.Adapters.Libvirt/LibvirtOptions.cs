namespace DhpConformance.Adapters.Libvirt;

/// <summary>Which libvirt plays the server, and how long it is waited for.</summary>
public sealed record LibvirtOptions
{
    /// <summary>The address of libvirt, as <c>virsh --connect</c> takes it; a driver of QEMU.</summary>
    public string Connection { get; init; } = "qemu:///system";

    /// <summary>The <c>virsh</c> to run, by path or name.</summary>
    public string Program { get; init; } = "virsh";

    /// <summary>The QEMU of the domains, by path; null for the one that libvirt chooses.</summary>
    public string? Emulator { get; init; }

    /// <summary>What the names of all domains begin with.</summary>
    public string Prefix { get; init; } = "dhp-";

    /// <summary>
    /// Places for processors that every domain has and no unit may use; 0 or more. QEMU 7.2 aborts once it has been
    /// given as many processors as it has places, removed ones included; spare places put that off, so that a campaign
    /// sees further.
    /// </summary>
    public int SpareSlots { get; init; }

    /// <summary>
    /// The file to which each command that may change something is appended as a line of a shell script; null for none.
    /// </summary>
    public string? Script { get; init; }

    /// <summary>
    /// Until a command must have ended. libvirt waits 10 s for a processor or module of pseries to go.
    /// </summary>
    public TimeSpan CommandDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a libvirt that does not accept connections may need to come back.</summary>
    public TimeSpan ReconnectDeadline { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Until a module whose removal libvirt has accepted must be gone, after virsh has waited.</summary>
    public TimeSpan RemovalDeadline { get; init; } = TimeSpan.FromSeconds(3);
}
