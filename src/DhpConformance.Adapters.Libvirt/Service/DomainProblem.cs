using DhpConformance.Abstractions;
using DhpConformance.Adapters.Libvirt.Virsh;
using DhpConformance.Adapters.Qemu.Processes;

namespace DhpConformance.Adapters.Libvirt.Service;

/// <summary>Why libvirt did not take a domain or did not start it, with the remedy.</summary>
internal static class DomainProblem
{
    public static ServerFaultException Explain(LibvirtOptions options, string domain, VirshAnswer answer)
    {
        var remedy = MemoryShortage.IsIn(answer.Error)
            ? MemoryShortage.Remedy
            : Remedies(options).First(row => answer.Says(row.Words)).Remedy;
        return new(
            ServerFault.CouldNotStart,
            $"libvirt does not take the domain {domain}: \"{answer.Reason}\"; {remedy}.",
            effectUnknown: false,
            evidence: DomainRemoval.LogOf(domain) is { Length: > 0 } log ? log : null);
    }

    private static (string Words, string Remedy)[] Remedies(LibvirtOptions options) =>
    [
        (
            "already exists with uuid",
            $"it is not ours and was left alone: give --prefix another name than '{options.Prefix}'"),
        ("could not get emulator", "run 'apt-get install --no-install-recommends qemu-system-ppc'"),
        ("no emulator found", "run 'apt-get install --no-install-recommends qemu-system-ppc'"),
        ("cannot check qemu binary", "name a qemu-system-ppc64 with --emulator"),
        ("failed to probe capabilities", "name a qemu-system-ppc64 with --emulator"),
        ("virtlogd", "start virtlogd, too: without systemd as root with 'virtlogd -d'"),
        ("", $"look with 'virsh -c {options.Connection} domcapabilities --arch ppc64' at what it can do"),
    ];
}
