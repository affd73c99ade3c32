using System.Diagnostics;
using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu;
using DhpConformance.Tests;

namespace DhpConformance.QemuTests;

/// <summary>However it ends, no process and no socket is left.</summary>
public sealed class LeftoverTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [QemuFact(QemuMachine.Pseries)]
    public void Nothing_is_left_after_a_reset_and_after_the_end()
    {
        using var folder = new TemporaryFolder();
        using (var server = new QemuServer(new QemuOptions { Folder = folder.Path }))
        {
            server.Reset(Servers.Small(Servers.Pseries));
            Assert.Equal(Outcome.Completed, server.Apply(new StartPartition(Servers.P0)));
            Assert.Empty(folder.Entries);
            server.Reset(Servers.Small(Servers.Pseries));
            Assert.Empty(folder.Processes());
            Assert.Equal(Outcome.Completed, server.Apply(new StartPartition(Servers.P1)));
            Assert.Single(folder.Emulators());
        }

        Assert.Empty(folder.Processes());
        Assert.Empty(folder.Entries);
    }

    [QemuFact(QemuMachine.Pseries)]
    public void Nothing_is_left_when_the_adapter_is_killed() => NothingIsLeftAfter(adapter => adapter.Kill());

    // A terminal sends it to every process of the group.
    [QemuFact(QemuMachine.Pseries)]
    public void Nothing_is_left_after_Ctrl_C() => NothingIsLeftAfter(adapter =>
        Process.Start("/bin/sh", ["-c", $"kill -INT -{adapter.Id}"]).WaitForExit());

    private static void NothingIsLeftAfter(Action<Process> end)
    {
        using var folder = new TemporaryFolder();
        using var adapter = StartAdapter(folder.Path);
        adapter.StandardInput.WriteLine(Requests.Initialize);
        adapter.StandardInput.WriteLine(Requests.Reset(Servers.Small(Servers.Pseries)));
        adapter.StandardInput.WriteLine(Requests.Start(Servers.P0));
        for (var i = 0; i < 3; i++)
        {
            Assert.Contains("\"result\"", adapter.StandardOutput.ReadLine(), StringComparison.Ordinal);
        }

        Assert.Single(folder.Emulators());
        end(adapter);
        Assert.True(adapter.WaitForExit(Patience));
        Assert.True(SpinWait.SpinUntil(() => folder.Processes().Length == 0, Patience));
        Assert.Empty(folder.Entries);
    }

    // In a process group of its own, as a shell would start it; and with an ear for Ctrl+C, which tests that run in the
    // background do not have and would hand down.
    private static Process StartAdapter(string folder)
    {
        var start = new ProcessStartInfo(
            "env",
            [
                "--default-signal=INT", "setsid",
                "dotnet", BuiltProgram.PathOf("DhpConformance.Adapters.Qemu", "dhp-qemu.dll"),
                "--machine", "pseries",
            ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        start.Environment["TMPDIR"] = folder;

        // A killed .NET leaves sockets of its own for debuggers.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return Process.Start(start)!;
    }
}
