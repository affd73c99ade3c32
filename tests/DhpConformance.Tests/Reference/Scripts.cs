using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Reference;

/// <summary>Scripts that tests give to drivers and devices.</summary>
internal static class Scripts
{
    public static readonly DriverScript Callback = new() { Synchronous = true };

    public static readonly DriverScript Listener = new() { ProcessorArrivals = true, MemoryArrivals = true };

    public static readonly DeviceScript Willing = new() { RebalancePolicy = 2 };

    public static DriverScript Vetoing(int offer) => Callback with { VetoesStart = offer };

    public static DriverScript With(DeviceScript device) => new() { Device = device };
}
