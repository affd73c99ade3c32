using DhpConformance.Abstractions;

namespace DhpConformance.Model.Transitions;

/// <summary>Scripts that contradict themselves, and are refused as invalid.</summary>
internal static class Contradiction
{
    public static bool IsIn(DriverScript script) =>
        (!script.Synchronous && (script.IncludeExisting || script.VetoesStart is not null))
        || script.VetoesStart < 1
        || (script.ExistingArrivals && !script.ProcessorArrivals && !script.MemoryArrivals)
        || (script.Device is { } device && IsIn(device));

    public static bool IsIn(ApplicationScript script) => !script.ProcessorArrivals && !script.MemoryArrivals;

    // Gone after the rebalance, or still there for the replace? The rebalance may come before or after it, so the
    // answer to the replace would depend on what is free.
    private static bool IsIn(DeviceScript device) =>
        device.FailsRestart && (device.NonDynamic || device.NeverReachesD3 || device.RejectsQueryPower);
}
