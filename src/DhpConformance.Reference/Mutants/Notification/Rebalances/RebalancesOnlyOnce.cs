namespace DhpConformance.Reference.Mutants;

/// <remarks>
/// A device that fails restart is treated as it should be: if it is gone too early or too late, that breaks REB-17.
/// </remarks>
[Breaks("REB-01", "Only the first hot add of a processor starts a rebalance.")]
internal sealed class RebalancesOnlyOnce(OperatingSystem system, Registry consumers) : PlugAndPlay(system, consumers)
{
    private bool wasAdded;

    internal override void ProcessorAdded()
    {
        if (!wasAdded || Registry.HasFragileDevice())
        {
            base.ProcessorAdded();
            wasAdded = true;
        }
    }
}
