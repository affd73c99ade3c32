using DhpConformance.Abstractions;

namespace DhpConformance.Model.Transitions;

/// <summary>
/// Which devices take part in a rebalance, and what decides it. Sources: DHP-REB-03..-05; decision G-47.
/// </summary>
internal static class Participation
{
    /// <summary>What decides whether a device takes part.</summary>
    public enum Ground
    {
        Policy,
        Class,
        Default,
    }

    public static bool TakesPart(DeviceScript device) => GroundOf(device) switch
    {
        Ground.Policy => device.RebalancePolicy == 2,
        Ground.Class => device.ClassOptOut == false,
        _ => device.Class != DeviceClass.Network,
    };

    public static Ground GroundOf(DeviceScript device) =>
        device.RebalancePolicy is 1 or 2 ? Ground.Policy
        : device.ClassOptOut is not null ? Ground.Class
        : Ground.Default;

    /// <summary>What alone lets a device in that would stay out otherwise; default if nothing does.</summary>
    public static Ground OnlyGround(DeviceScript device) => GroundOf(device) switch
    {
        Ground.Policy when !TakesPart(device with { RebalancePolicy = null }) => Ground.Policy,
        Ground.Class when !TakesPart(device with { ClassOptOut = null }) => Ground.Class,
        _ => Ground.Default,
    };
}
