using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("PROC-11", "What was parked when the system crashed is active at the next start, and not at the one after it.")]
internal sealed class CrashLosesParked(Partition partition) : OperatingSystem(partition)
{
    private readonly Dictionary<UnitId, int> started = [];
    private bool isLost;

    internal override void AddProcessor(Unit processor, int components)
    {
        base.AddProcessor(processor, components);
        if (components < processor.Components)
        {
            started[processor.Id] = components;
        }
    }

    internal override void Boot()
    {
        base.Boot();
        if (isLost)
        {
            LoseParked();
        }

        isLost = Partition.State == RunState.Crashed && started.Count > 0;
        if (!isLost)
        {
            started.Clear();
        }
    }

    private void LoseParked()
    {
        for (var i = 0; i < Partition.Processors.Count; i++)
        {
            var processor = Partition.Processors[i];
            if (started.TryGetValue(processor.Id, out var components))
            {
                Active.Deactivate(processor.Id);
                Activate(processor, components);
            }
        }
    }
}
