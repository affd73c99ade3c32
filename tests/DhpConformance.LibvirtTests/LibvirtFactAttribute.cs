using DhpConformance.Adapters.Libvirt;
using DhpConformance.Adapters.Libvirt.Virsh;

namespace DhpConformance.LibvirtTests;

/// <summary>A test that needs libvirt and its pseries. Where they are missing it is skipped, with the reason.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LibvirtFactAttribute : FactAttribute
{
    private const string Remedy =
        "apt-get install --no-install-recommends libvirt-daemon-system libvirt-clients libvirt-daemon-driver-qemu "
        + "qemu-system-ppc, then as root libvirtd -d && virtlogd -d";

    private static readonly Lazy<string?> Problem = new(Look);

    public LibvirtFactAttribute() => Skip = Problem.Value;

    private static string? Look()
    {
        try
        {
            var answer = new VirshProgram(new LibvirtOptions { ReconnectDeadline = TimeSpan.Zero })
                .Try(["domcapabilities", "--arch", "ppc64", "--machine", "pseries", "--virttype", "qemu"]);
            return answer.Succeeded ? null : $"libvirt has no pseries ({answer.Reason}): {Remedy}";
        }
        catch (Exception problem)
        {
            return $"libvirt cannot be used ({problem.Message.TrimEnd('.')}): {Remedy}";
        }
    }
}
