using DhpConformance.Abstractions;

namespace DhpConformance.Adapters.Libvirt.Virsh;

/// <summary>Why virsh is not connected to libvirt, with the remedy.</summary>
internal static class ConnectionProblem
{
    // The connection was there, and went away during the request. Messages about the monitor are of QEMU instead.
    private static readonly string[] Losses =
    [
        "disconnected from", "cannot recv data", "cannot send data", "client socket is closed",
        "end of file while reading data",
    ];

    private static readonly (string Words, string Remedy)[] Remedies =
    [
        ("authentication", "run it as root, or as a member of the group libvirt"),
        ("permission denied", "run it as root, or as a member of the group libvirt"),
        (
            "no connection driver available",
            "name a driver of QEMU that this libvirt has with --connect; the package libvirt-daemon-driver-qemu has "
                + "it"),
        (
            "failed to connect socket",
            "libvirtd does not run: start it with 'systemctl start libvirtd', or without systemd as root with "
                + "'libvirtd -d && virtlogd -d'"),
        ("", "name a libvirt that runs with --connect"),
    ];

    /// <summary>Whether the connection was lost in the middle, so that the effect is unknown.</summary>
    public static bool IsLoss(VirshAnswer answer) => Losses.Any(answer.Says);

    /// <summary>The message for a virsh that could not connect.</summary>
    public static ServerFaultException Explain(LibvirtOptions options, VirshAnswer answer)
    {
        var remedy = Remedies.First(row => answer.Says(row.Words)).Remedy;
        return new(
            ServerFault.CouldNotStart,
            $"There is no connection to libvirt at {options.Connection} (\"{answer.Reason}\"); {remedy}.",
            effectUnknown: false);
    }
}
