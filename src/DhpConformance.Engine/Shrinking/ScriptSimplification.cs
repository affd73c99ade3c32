using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Shrinking;

/// <summary>Scripts with one thing less.</summary>
internal static class ScriptSimplification
{
    /// <summary>Simpler scripts, the greatest simplifications first.</summary>
    public static IEnumerable<DriverScript> Of(DriverScript script)
    {
        DriverScript[] less =
        [
            script with { Device = null },
            script with { Synchronous = false, IncludeExisting = false, VetoesStart = null },
            script with { IncludeExisting = false },
            script with { VetoesStart = null },
            script with { VetoesStart = script.VetoesStart > 1 ? 1 : script.VetoesStart },
            script with { ProcessorArrivals = false, MemoryArrivals = false, ExistingArrivals = false },
            script with { ProcessorArrivals = false },
            script with { MemoryArrivals = false },
            script with { ExistingArrivals = false },
        ];
        var devices = script.Device is { } device ? Of(device).Select(simpler => script with { Device = simpler }) : [];
        return less.Concat(devices).Where(simpler => simpler != script);
    }

    private static DeviceScript[] Of(DeviceScript device) =>
    [
        device with { Class = DeviceClass.Other },
        device with { RebalancePolicy = null },
        device with { ClassOptOut = null },
        device with { RejectsQueryStop = false },
        device with { FailsRestart = false },
        device with { RejectsQueryPower = false },
        device with { NeverReachesD3 = false },
        device with { NonDynamic = false },
    ];
}
