using DhpConformance.Abstractions;
using DhpConformance.Adapters.Libvirt.Domains;
using DhpConformance.Adapters.Libvirt.Virsh;

namespace DhpConformance.Adapters.Libvirt.Service;

/// <summary>Removes domains: its own at the end, and those that an adapter has left because it was killed.</summary>
internal static class DomainRemoval
{
    // libvirt itself waits until the system has forgotten the process, which takes a second where the first process of
    // a container reaps seldom. A domain that is undefined goes with its QEMU.
    private const string Quit = """'{"execute":"quit"}'""";

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
            return PathOfLog(domain) is { } log ? string.Join('\n', File.ReadLines(log).TakeLast(Shown)) : "";
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <summary>Removes domains and their logs. What cannot be removed stays for the next adapter.</summary>
    public static void Remove(VirshProgram virsh, params string[] domains)
    {
        if (domains.Length == 0)
        {
            return;
        }

        // One without a QEMU refuses the first request. A QEMU that hangs keeps libvirt waiting, and is killed.
        if (!HaveEnded(virsh, domains, domain => $"qemu-monitor-command {domain} {Quit}; undefine {domain}"))
        {
            HaveEnded(virsh, domains, domain => $"destroy {domain}; undefine {domain}");
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

    // What could not be removed stays: the mark tells the next adapter whose it was.
    private static bool HaveEnded(VirshProgram virsh, string[] domains, Func<string, string> commands)
    {
        try
        {
            virsh.Try([string.Join("; ", domains.Select(commands))]);
            foreach (var log in domains.Select(PathOfLog).OfType<string>())
            {
                File.Delete(log);
            }

            return true;
        }
        catch (VirshException)
        {
            return false;
        }
        catch (Exception problem) when (problem is ServerFaultException or IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    private static string? PathOfLog(string domain) =>
        Logs.Select(folder => Path.Combine(folder, $"{domain}.log")).FirstOrDefault(File.Exists);
}
