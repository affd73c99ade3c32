namespace DhpConformance.Reference.Mutants;

/// <remarks>
/// A device that fails restart is treated as it should be: if it is gone too early or too late, that breaks REB-17.
/// </remarks>
[Breaks("REB-04", "A device takes part although its class opted out.")]
internal sealed class OptOutIsIgnored(OperatingSystem system, Registry consumers) : PlugAndPlay(system, consumers)
{
    internal override bool TakesPart(Device device) =>
        base.TakesPart(device)
        || device.Script is { RebalancePolicy: not (1 or 2), ClassOptOut: true, FailsRestart: false };
}
