namespace DhpConformance.Reference.Mutants;

/// <remarks>
/// A device that fails restart is treated as it should be: if it is gone too early or too late, that breaks REB-17.
/// </remarks>
[Breaks("REB-03", "A device takes part although its policy is 1.")]
internal sealed class PolicyOneTakesPart(OperatingSystem system, Registry consumers) : PlugAndPlay(system, consumers)
{
    internal override bool TakesPart(Device device) =>
        base.TakesPart(device) || device.Script is { RebalancePolicy: 1, FailsRestart: false };
}
