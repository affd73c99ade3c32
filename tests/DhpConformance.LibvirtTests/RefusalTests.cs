using DhpConformance.Abstractions;
using DhpConformance.Adapters.Libvirt.Service;
using DhpConformance.Adapters.Libvirt.Virsh;

namespace DhpConformance.LibvirtTests;

/// <summary>What virsh 9.0.0 says, and what that means.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("unsupported configuration: non unique alias detected: ua-u2", RefusalReason.InUse)]
    [InlineData("invalid argument: vcpu '1' is already in requested state", RefusalReason.InUse)]
    [InlineData("invalid argument: vcpu 4 is not present in live config", RefusalReason.LimitExceeded)]
    [InlineData(
        "unsupported configuration: Attaching memory device with size '8388608' would exceed domain's maxMemory config "
        + "size '4194304'",
        RefusalReason.LimitExceeded)]
    [InlineData("something else", RefusalReason.Invalid)]
    public void Of_an_add(string message, RefusalReason reason) =>
        Assert.Equal(reason, Refusals.OfAdding(Refused(message)));

    [Theory]
    [InlineData("device not found: matching memory device was not found", RefusalReason.NotAssigned)]
    [InlineData("internal error: no device found with alias ua-u9", RefusalReason.NotAssigned)]
    [InlineData("invalid argument: vcpu '3' is already in requested state", RefusalReason.NotAssigned)]
    [InlineData("'device_del': Memory unplug already in progress for device ua-u2", RefusalReason.Busy)]
    [InlineData("something else", RefusalReason.Invalid)]
    public void Of_a_remove(string message, RefusalReason reason) =>
        Assert.Equal(reason, Refusals.OfRemoving(Refused(message)));

    [Fact]
    public void Success_is_none() => Assert.Null(Refusals.OfAdding(new(0, "", "error: in vain")));

    [Fact]
    public void A_lack_of_memory_is_never_a_refusal()
    {
        var fault = Assert.Throws<ServerFaultException>(() =>
            Refusals.OfAdding(Refused("cannot set up guest memory 'memua-u2': Cannot allocate memory")));
        Assert.False(fault.EffectUnknown);
        Assert.Contains("free some memory", fault.Message, StringComparison.Ordinal);
    }

    private static VirshAnswer Refused(string message) =>
        new(1, "", $"error: Failed to attach device from /dev/stdin\nerror: {message}\n\n");
}
