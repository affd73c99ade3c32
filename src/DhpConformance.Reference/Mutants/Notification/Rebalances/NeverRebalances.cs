namespace DhpConformance.Reference.Mutants;

/// <remarks>
/// A device that fails restart is treated as it should be: if it is gone too early or too late, that breaks REB-17.
/// </remarks>
[Breaks("REB-01", "A hot added processor starts no rebalance.")]
internal sealed class NeverRebalances(OperatingSystem system, Registry consumers) : PlugAndPlay(system, consumers)
{
    internal override void ProcessorAdded()
    {
        if (Registry.HasFragileDevice())
        {
            base.ProcessorAdded();
        }
    }
}
