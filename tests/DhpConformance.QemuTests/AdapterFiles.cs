using DhpConformance.Adapters.Qemu;
using DhpConformance.Hosting;

namespace DhpConformance.QemuTests;

/// <summary>Profiles, claims and known failures, as they ship in <c>specs/adapters/qemu</c>.</summary>
internal static class AdapterFiles
{
    private static readonly string Root = Find();
    private static readonly string Folder = Path.Combine(Root, "specs", "adapters", "qemu");

    /// <summary>Where <c>.ci/guest .artifacts/guest</c> builds an operating system; it may not be there.</summary>
    public static string Guest { get; } = Path.Combine(Root, ".artifacts", "guest");

    /// <summary>A script that shows a finding.</summary>
    public static string Finding(string name) => Path.Combine(Root, "reports", "qemu", name);

    public static string PathOf(string name) => Path.Combine(Folder, name);

    public static ClaimsFile Claims(QemuMachine machine) => ClaimsFile.Read(
        PathOf(machine == QemuMachine.Pseries ? "claims-pseries.json" : "claims-q35.json"));

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "DhpConformance.sln")))
        {
            folder = Path.GetDirectoryName(folder)
                ?? throw new DirectoryNotFoundException("DhpConformance.sln is not in any folder above the tests.");
        }

        return folder;
    }
}
