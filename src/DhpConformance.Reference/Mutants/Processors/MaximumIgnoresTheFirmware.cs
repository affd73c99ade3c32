using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("PROC-08", "The maximum shown is that of the profile, whatever the firmware provides for.")]
internal sealed class MaximumIgnoresTheFirmware(Partition partition) : OperatingSystem(partition)
{
    internal override PartitionObservation Observe() =>
        Partition.Runs
            ? base.Observe() with { MaximumProcessors = Partition.Profile.ProcessorLimit }
            : base.Observe();
}
