using DhpConformance.Abstractions;
using DhpConformance.Adapters.Libvirt;
using DhpConformance.QemuTests;

namespace DhpConformance.LibvirtTests;

/// <summary>A virsh that cannot do what it should: each is a script that behaves so.</summary>
public sealed class VirshTests
{
    [Theory]
    [InlineData(
        "Failed to connect socket to '/var/run/libvirt/libvirt-sock': No such file or directory", "libvirtd -d")]
    [InlineData(
        "Failed to connect socket to '/var/run/libvirt/libvirt-sock': Permission denied", "of the group libvirt")]
    [InlineData("authentication unavailable: no polkit agent available", "member of the group libvirt")]
    [InlineData("no connection driver available for qemu:///system", "libvirt-daemon-driver-qemu")]
    [InlineData("anything else", "--connect")]
    public void One_that_cannot_connect_is_told_with_the_remedy(string words, string remedy)
    {
        using var folder = new TemporaryFolder();
        var fault = Fault(
            folder, $"echo 'error: failed to connect to the hypervisor' >&2; echo \"error: {words}\" >&2; exit 1");
        Assert.Equal((ServerFault.CouldNotStart, false), (fault.Fault, fault.EffectUnknown));
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_is_not_there_is_told_with_the_package()
    {
        using var server = new LibvirtServer(new() { Program = "/nowhere/virsh" });
        var fault = Assert.Throws<ServerFaultException>(() => server.Describe());
        Assert.Equal(ServerFault.CouldNotStart, fault.Fault);
        Assert.Contains("libvirt-clients", fault.Message, StringComparison.Ordinal);
        Assert.Contains("--virsh", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_never_answers_is_told_in_time()
    {
        using var folder = new TemporaryFolder();
        var fault = Fault(folder, "exec sleep 20");
        Assert.Contains("did not answer within 0.5 s", fault.Message, StringComparison.Ordinal);
    }

    // As while libvirtd is restarted: the first tries fail, and have had no effect.
    [Fact]
    public void A_libvirt_that_comes_back_is_not_noticed()
    {
        using var folder = new TemporaryFolder();
        var program = folder.Program(
            $"if mkdir {folder.Path}/tried 2>/dev/null; then echo 'error: failed to connect to the hypervisor' >&2; "
            + "exit 1; fi; case $* in *version) echo 'Using library: libvirt 9.0.0';; esac");
        using var server = new LibvirtServer(new() { Program = program });
        Assert.Equal("libvirt 9.0.0", server.Describe().Version);
    }

    [Fact]
    public void A_domain_of_the_same_name_is_left_alone_and_told()
    {
        using var folder = new TemporaryFolder();
        var program = folder.Program(
            $"echo \"$*\" >> {folder.Path}/asked; case $* in *define*) cat >/dev/null; echo 'error: operation failed: "
            + "domain exists already' >&2; echo \"error: domain 'dhp-1' already exists with uuid 1\" >&2; exit 1;; "
            + "esac");
        using (var server = new LibvirtServer(new() { Program = program }))
        {
            var fault = Assert.Throws<ServerFaultException>(() => server.Reset(Servers.Small));
            Assert.Equal((ServerFault.CouldNotStart, false), (fault.Fault, fault.EffectUnknown));
            Assert.Contains("is not ours and was left alone", fault.Message, StringComparison.Ordinal);
            Assert.Contains("--prefix", fault.Message, StringComparison.Ordinal);
        }

        var asked = File.ReadAllText(Path.Combine(folder.Path, "asked"));
        Assert.DoesNotContain("destroy", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("undefine", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("monitor", asked, StringComparison.Ordinal);
    }

    [Fact]
    public void A_connection_that_is_lost_in_the_middle_leaves_the_effect_unknown()
    {
        using var folder = new TemporaryFolder();
        var program = folder.Program(
            "case $* in *setvcpu*) echo 'error: Disconnected from qemu:///system due to end of file' >&2; exit 1;; "
            + "esac");
        using var server = new LibvirtServer(new() { Program = program });
        server.Reset(Servers.Small);
        var fault = Assert.Throws<ServerFaultException>(() => server.Apply(new AssignUnit(new(2), Servers.P0)));
        Assert.Equal((ServerFault.Ended, true), (fault.Fault, fault.EffectUnknown));
        Assert.Contains("libvirt closed its connection", fault.Message, StringComparison.Ordinal);
    }

    private static ServerFaultException Fault(TemporaryFolder folder, string script)
    {
        using var server = new LibvirtServer(new()
        {
            Program = folder.Program(script),
            CommandDeadline = TimeSpan.FromSeconds(0.5),
            ReconnectDeadline = TimeSpan.Zero,
        });
        return Assert.Throws<ServerFaultException>(() => server.Describe());
    }
}
