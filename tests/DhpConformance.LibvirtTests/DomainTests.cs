using System.Diagnostics;
using DhpConformance.Abstractions;
using DhpConformance.Adapters.Libvirt;
using DhpConformance.Adapters.Libvirt.Domains;
using DhpConformance.Adapters.Libvirt.Virsh;
using DhpConformance.QemuTests;
using DhpConformance.Tests;

namespace DhpConformance.LibvirtTests;

/// <summary>Single steps on the installed libvirt. Each test has a prefix of its own.</summary>
public sealed class DomainTests
{
    private static readonly UnitId Processor = new(2);
    private static readonly UnitId Module = new(6);

    private static readonly VirshProgram Virsh = new(new LibvirtOptions());

    [LibvirtFact]
    public void Units_come_and_go_and_what_is_there_at_the_end_is_there_after_a_restart()
    {
        using var server = Started("dhp-t1-");
        Assert.Equal(Outcome.Completed, server.Apply(new HotAdd(Servers.P0, Processor)));
        Assert.Equal(Outcome.Completed, server.Apply(new HotAdd(Servers.P0, Module)));
        Assert.Equal(
            (2, 2 * Servers.Module, 2),
            (Seen(server).ActiveProcessors, Seen(server).MemoryBytes, Seen(server).MaximumProcessors));
        Assert.Equal([new UnitId(0), Processor], Seen(server).Processors.Select(processor => processor.Unit));

        // libvirt refuses these: the partition takes 2 modules, and has both units.
        Assert.Equal(Refused(RefusalReason.LimitExceeded), server.Apply(new HotAdd(Servers.P0, new UnitId(7))));
        Assert.Equal(Refused(RefusalReason.InUse), server.Apply(new HotAdd(Servers.P0, Module)));
        Assert.Equal(Refused(RefusalReason.InUse), server.Apply(new HotAdd(Servers.P0, Processor)));
        Assert.Equal(Refused(RefusalReason.NotAssigned), server.Apply(new HotRemove(Servers.P0, new UnitId(7))));

        Assert.Equal(Outcome.Completed, server.Apply(new HotRemove(Servers.P0, new UnitId(4))));
        Assert.Equal(Outcome.Completed, server.Apply(new RestartPartition(Servers.P0)));
        Assert.Equal((2, Servers.Module), (Seen(server).ActiveProcessors, Seen(server).MemoryBytes));
        Assert.Equal(Servers.P0, server.Observe().Units.Single(unit => unit.Id == Module).Owner);
        Assert.Null(server.Observe().Units.Single(unit => unit.Id == new UnitId(4)).Owner);
    }

    [LibvirtFact]
    public void A_stopped_partition_shows_its_persistent_configuration_and_may_hold_more_than_it_can_start_with()
    {
        using var server = Started("dhp-t2-");
        Assert.Equal(Outcome.Completed, server.Apply(new StopPartition(Servers.P0)));
        Assert.Equal(Outcome.Completed, server.Apply(new AssignUnit(Processor, Servers.P0)));
        Assert.Equal(Outcome.Completed, server.Apply(new AssignUnit(Module, Servers.P0)));
        Assert.Equal(Outcome.Completed, server.Apply(new AssignUnit(new(7), Servers.P0)));
        Assert.Equal(4, server.Observe().Units.Count(unit => unit.Owner == Servers.P0) - 1);
        Assert.Equal(Refused(RefusalReason.Insufficient), server.Apply(new StartPartition(Servers.P0)));
        Assert.Equal(Outcome.Completed, server.Apply(new ReleaseUnit(new(4))));
        Assert.Equal(Outcome.Completed, server.Apply(new ReleaseUnit(new(0))));
        Assert.Equal(Outcome.Completed, server.Apply(new StartPartition(Servers.P0)));
        Assert.Equal([Processor], Seen(server).Processors.Select(processor => processor.Unit));
        Assert.Equal(2 * Servers.Module, Seen(server).MemoryBytes);
    }

    [LibvirtFact]
    public void An_injected_error_crashes_one_domain_and_leaves_the_other()
    {
        using var server = Started("dhp-t3-");
        server.Apply(new StartPartition(Servers.P1));
        Assert.Equal(Outcome.Completed, server.Apply(new InjectPartitionError(Servers.P0)));
        Assert.Equal(
            [RunState.Crashed, RunState.Running], server.Observe().Partitions.Select(partition => partition.State));
    }

    [LibvirtFact]
    public void A_domain_that_ends_by_itself_is_named_with_its_state_and_the_others_run()
    {
        using var server = Started("dhp-t4-");
        server.Apply(new StartPartition(Servers.P1));
        var name = Assert.Single(Names("dhp-t4-"), one => one.EndsWith("p0", StringComparison.Ordinal));
        Process.Start("/bin/sh", ["-c", $"kill -9 $(cat /run/libvirt/qemu/{name}.pid)"]).WaitForExit();
        Assert.True(SpinWait.SpinUntil(
            () => Virsh.Ask(["domstate", name]).StartsWith("shut off", StringComparison.Ordinal),
            TimeSpan.FromSeconds(20)));
        var fault = Assert.Throws<ServerFaultException>(() => server.Apply(new HotAdd(Servers.P0, Processor)));
        Assert.Equal((ServerFault.Ended, true), (fault.Fault, fault.EffectUnknown));
        Assert.Contains("p0 is shut off (crashed)", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Other domains that run: 1", fault.Message, StringComparison.Ordinal);
    }

    [LibvirtFact]
    public void Nothing_is_left_after_the_end()
    {
        using (var server = Started("dhp-t5-"))
        {
            Assert.Equal(2, Names("dhp-t5-").Length);
        }

        Assert.Empty(Names("dhp-t5-"));
    }

    [LibvirtFact]
    public void What_a_killed_adapter_leaves_the_next_removes_and_it_touches_no_domain_of_another()
    {
        const string Prefix = "dhp-t6-";
        var foreign = $"{Prefix}foreign";
        var capacity = new DomainCapacity(1, 0, 1, Servers.Module);
        var xml = DomainXml.Domain(foreign, "x", capacity, [], [], emulator: null);
        xml.Element("metadata")!.Remove();
        Virsh.Ask(["define", "/dev/stdin"], xml.ToString());
        try
        {
            LeaveDomains(Prefix);
            Assert.Equal(3, Names(Prefix).Length);
            using var next = new LibvirtServer(new() { Prefix = Prefix });
            next.Describe();
            Assert.Equal([foreign], Names(Prefix));
        }
        finally
        {
            Virsh.Ask(["undefine", foreign]);
        }
    }

    [LibvirtFact]
    public void A_script_says_the_same_again_without_the_suite()
    {
        using var folder = new TemporaryFolder();
        var script = Path.Combine(folder.Path, "script.sh");
        using (var server = new LibvirtServer(new() { Prefix = "dhp-t7-", Script = script }))
        {
            server.Reset(Servers.Small);
            server.Apply(new AssignUnit(Module, Servers.P0));
        }

        using var shell = Process.Start(
            new ProcessStartInfo("sh", [script]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = shell.StandardError.ReadToEndAsync();
        shell.StandardOutput.ReadToEnd();
        Assert.DoesNotContain("attach-device", error.Result, StringComparison.Ordinal);
        Assert.Empty(Names("dhp-t7-"));
    }

    private static void LeaveDomains(string prefix)
    {
        var program = BuiltProgram.PathOf("DhpConformance.Adapters.Libvirt", "dhp-libvirt.dll");
        using var adapter = Process.Start(new ProcessStartInfo("dotnet", [program, "--prefix", prefix])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_EnableDiagnostics"] = "0" },
        })!;
        foreach (var request in (string[])
            [Requests.Initialize, Requests.Reset(Servers.Small), Requests.Start(Servers.P0)])
        {
            adapter.StandardInput.WriteLine(request);
            Assert.Contains("\"result\"", adapter.StandardOutput.ReadLine(), StringComparison.Ordinal);
        }

        adapter.Kill();
        adapter.WaitForExit();
    }

    private static LibvirtServer Started(string prefix)
    {
        var server = new LibvirtServer(new() { Prefix = prefix });
        server.Reset(Servers.Small);
        Assert.Equal(Outcome.Completed, server.Apply(new StartPartition(Servers.P0)));
        return server;
    }

    private static PartitionObservation Seen(LibvirtServer server) => server.Observe().Partitions[0];

    private static Outcome Refused(RefusalReason reason) => Outcome.Refused(reason);

    private static string[] Names(string prefix) =>
    [
        .. Virsh.Ask(["list", "--all", "--name"]).Split('\n')
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal)),
    ];
}
