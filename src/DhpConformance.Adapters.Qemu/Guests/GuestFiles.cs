using DhpConformance.Abstractions;

namespace DhpConformance.Adapters.Qemu.Guests;

/// <summary>The operating system that a partition boots: a kernel, and an initial file system with our agent.</summary>
internal static class GuestFiles
{
    // Memory that was there at the boot and memory that comes later is to be given back, so none of it is put to a use
    // that cannot be moved. The clock of a machine under load is trusted, or the kernel would measure it for seconds.
    private const string KernelOptions =
        "quiet memhp_default_state=online_movable mitigations=off tsc=reliable nokaslr random.trust_cpu=on panic=-1";

    /// <summary>The arguments with which QEMU boots it.</summary>
    /// <exception cref="ServerFaultException">It is not there; the message says how to get it.</exception>
    public static string[] Arguments(string folder) =>
    [
        "-kernel", Require(folder, "vmlinuz"), "-initrd", Require(folder, "initrd.img"), "-append", KernelOptions,
    ];

    private static string Require(string folder, string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path)
            ? path
            : throw new ServerFaultException(
                ServerFault.CouldNotStart,
                $"There is no '{path}' to boot; '.ci/guest {folder}' fetches what is needed.",
                effectUnknown: false);
    }
}
