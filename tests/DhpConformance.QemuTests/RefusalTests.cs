using DhpConformance.Abstractions;
using DhpConformance.Adapters.Qemu.Monitor;
using DhpConformance.Adapters.Qemu.Partitions;

namespace DhpConformance.QemuTests;

/// <summary>What QEMU does not do is told as a refusal only if QEMU decided so.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("cannot set up guest memory 'mu6': Cannot allocate memory")]
    [InlineData("Cannot allocate memory")]
    public void Want_of_memory_is_a_fault_in_which_nothing_was_changed(string said)
    {
        var fault = Assert.Throws<ServerFaultException>(() => Refusals.Of(Error(said)));
        Assert.Equal((ServerFault.CouldNotStart, false), (fault.Fault, fault.EffectUnknown));
        Assert.Contains("free some memory", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Want_of_room_is_a_refusal() => Assert.Equal(
        RefusalReason.LimitExceeded,
        Refusals.Of(Error("not enough space, currently 0x100000000 in use of total space for memory devices")));

    private static QmpAnswer Error(string said) => new(default, "GenericError", said);
}
