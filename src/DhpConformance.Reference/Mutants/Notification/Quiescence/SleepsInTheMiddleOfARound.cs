namespace DhpConformance.Reference.Mutants;

/// <remarks>
/// A device that fails restart is treated as it should be: if it is gone too early or too late, that breaks REB-17.
/// </remarks>
[Breaks("QUI-15", "A partition is put to sleep in the middle of a rebalance round.")]
internal sealed class SleepsInTheMiddleOfARound(Partition partition) : OperatingSystem(partition)
{
    internal override bool Sleep() =>
        Services is null || Services.Registry.HasFragileDevice() ? base.Sleep() : Services.Power.Sleep();
}
