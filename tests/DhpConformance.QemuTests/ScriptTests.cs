using System.Diagnostics;
using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu;

namespace DhpConformance.QemuTests;

/// <summary>What was said to QEMU can be said again without the suite.</summary>
public sealed class ScriptTests
{
    [QemuFact(QemuMachine.Pseries)]
    public void A_script_says_the_same_and_hears_the_same()
    {
        using var folder = new TemporaryFolder();
        using (var server = new QemuServer(new QemuOptions { Scripts = folder.Path }))
        {
            server.Reset(Servers.Small(Servers.Pseries));
            server.Apply(new StartPartition(Servers.P0));
            server.Apply(new HotRemove(Servers.P0, new UnitId(6)));
        }

        using var shell = Process.Start(
            new ProcessStartInfo("sh", [Path.Combine(folder.Path, "p0-1.sh")]) { RedirectStandardOutput = true })!;
        var heard = shell.StandardOutput.ReadToEnd();
        Assert.Contains("Device 'u6' not found", heard, StringComparison.Ordinal);
        Assert.Single(heard.Split("\"error\""), part => part.Contains("desc", StringComparison.Ordinal));
        Assert.EndsWith("exit code 0\n", heard, StringComparison.Ordinal);
    }
}
