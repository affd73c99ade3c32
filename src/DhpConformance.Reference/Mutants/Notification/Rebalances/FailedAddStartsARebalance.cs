using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

/// <remarks>
/// A device that fails restart is treated as it should be: if it is gone too early or too late, that breaks REB-17.
/// </remarks>
[Breaks("REB-02", "A hot add that fails starts a rebalance.")]
internal sealed class FailedAddStartsARebalance(Partition partition) : OperatingSystem(partition)
{
    internal override FailureReason Decline(Unit unit)
    {
        if (Services is not null && !Services.Audience.HasFragileDevice())
        {
            Services.PlugAndPlay.ProcessorAdded();
        }

        return base.Decline(unit);
    }
}
