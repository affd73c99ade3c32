namespace DhpConformance.Reference.Mutants;

/// <remarks>
/// A device that fails restart is treated as it should be: if it is gone too early or too late, that breaks REB-17.
/// </remarks>
[Breaks("REB-02", "A hot added memory module starts a rebalance.")]
internal sealed class MemoryStartsARebalance(Partition partition) : OperatingSystem(partition)
{
    internal override void AddMemory(Unit module)
    {
        base.AddMemory(module);
        if (Services is not null && !Services.Audience.HasFragileDevice())
        {
            Services.PlugAndPlay.ProcessorAdded();
        }
    }
}
