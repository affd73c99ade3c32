using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

/// <remarks>
/// A device that fails restart is treated as it should be: if it is gone too early or too late, that breaks REB-17.
/// If another device rejects query-stop, whoever is not asked breaks REB-09.
/// </remarks>
[Breaks("REB-04", "A network adapter stays out although its class did not opt out.")]
internal sealed class OptInIsIgnored(OperatingSystem system, Registry consumers) : PlugAndPlay(system, consumers)
{
    internal override bool TakesPart(Device device) =>
        base.TakesPart(device)
        && (Registry.HasRejectingDevice() || device.Script is not
        {
            RebalancePolicy: not (1 or 2),
            ClassOptOut: false,
            Class: DeviceClass.Network,
            FailsRestart: false,
        });
}
