using DhpConformance.Abstractions;
using DhpConformance.Adapters.Libvirt.Domains;
using DhpConformance.Adapters.Libvirt.Virsh;

namespace DhpConformance.Adapters.Libvirt.Service;

/// <summary>Removes domains: its own at the end, and those that an adapter has left because it was killed.</summary>
internal static class DomainRemoval
{
    /// <summary>Makes QEMU end at once. libvirt itself waits until the system has forgotten the process.</summary>
    public const string Quit = """{"execute":"quit"}""";

    // Where libvirt keeps what QEMU prints, for a system and for the session of root or another user.
    private static readonly string[] Logs =
    [
        "/var/log/libvirt/qemu",
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache/libvirt/qemu/log"),
    ];

    /// <summary>The end of what a QEMU has printed; empty if that cannot be read.</summary>
    public static string LogOf(string domain)
    {
        const int Shown = 5;
        try
        {
            var log = Logs.Select(folder => Path.Combine(folder, $"{domain}.log")).FirstOrDefault(File.Exists);
            return log is null ? "" : string.Join('\n', File.ReadLines(log).TakeLast(Shown));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>Removes a domain and its log, if it is there. What cannot be removed stays for the next adapter.</summary>
    public static void Remove(VirshProgram virsh, string domain)
    {
        try
        {
            // Without a QEMU, or with one that hangs, this fails, and with a QEMU that hangs "destroy" does not.
            if (!virsh.Try(["qemu-monitor-command", domain, Quit]).Succeeded)
            {
                virsh.Try(["destroy", domain]);
            }

            virsh.Try(["undefine", domain]);
            foreach (var log in Logs.Select(folder => Path.Combine(folder, $"{domain}.log")))
            {
                File.Delete(log);
            }
        }
        catch (Exception problem) when (problem
            is VirshException or ServerFaultException or IOException or UnauthorizedAccessException)
        {
            // The mark tells the next adapter whose it was.
        }
    }

    /// <summary>Removes the domains of adapters that have ended. Domains without our mark are not touched.</summary>
    public static void RemoveAbandoned(VirshProgram virsh, LibvirtOptions options)
    {
        var names = virsh.Ask(["list", "--all", "--name"]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in names.Where(name => name.StartsWith(options.Prefix, StringComparison.Ordinal)))
        {
            var mark = virsh.Try(["metadata", name, DomainMark.Namespace]);
            if (mark.Succeeded && DomainMark.OwnerIn(mark.Output) is { } owner && DomainOwner.HasEnded(owner))
            {
                Remove(virsh, name);
            }
        }
    }
}
