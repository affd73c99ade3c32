using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu;
using DhpConformance.Adapters.Qemu.Guests;
using DhpConformance.Adapters.Qemu.Monitor;

namespace DhpConformance.QemuTests;

/// <summary>What is wrong with an operating system is told.</summary>
public sealed class GuestProblemTests
{
    [QemuFact(QemuMachine.Q35)]
    public void A_folder_with_nothing_to_boot_is_named_with_the_remedy()
    {
        using var server = new QemuServer(new QemuOptions { Machine = QemuMachine.Q35, Guest = "/nowhere" });
        var fault = Assert.Throws<ServerFaultException>(server.Describe);
        Assert.Equal(ServerFault.CouldNotStart, fault.Fault);
        Assert.Equal(
            "There is no '/nowhere/vmlinuz' to boot; '.ci/guest /nowhere' fetches what is needed.", fault.Message);
    }

    [Fact]
    public void A_machine_that_boots_nothing_is_given_no_guest() => Assert.Contains(
        "--guest needs --machine q35",
        Assert.Throws<ArgumentException>(() => AdapterArguments.Parse(["--guest", "x"])).Message,
        StringComparison.Ordinal);

    [Fact]
    public void What_an_agent_says_is_counted() =>
        Assert.Equal(new GuestView(3, 20L << 27), GuestView.Read("3 20 8000000"));

    [Theory]
    [InlineData("")]
    [InlineData("ready")]
    [InlineData("3 20")]
    [InlineData("-1 20 8000000")]
    public void What_no_agent_of_ours_says_is_a_fault(string line) =>
        Assert.Equal(ServerFault.InvalidData, Assert.Throws<MonitorException>(() => GuestView.Read(line)).Fault);
}
