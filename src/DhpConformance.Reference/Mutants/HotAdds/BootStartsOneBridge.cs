namespace DhpConformance.Reference.Mutants;

[Breaks("ADD-30", "Of several I/O host bridges only the first is started at boot.")]
internal sealed class BootStartsOneBridge(Partition partition) : OperatingSystem(partition)
{
    private readonly HashSet<Unit> down = [];

    internal override void Boot()
    {
        base.Boot();
        down.Clear();
        for (var i = 1; i < Partition.Bridges.Count; i++)
        {
            down.Add(Partition.Bridges[i]);
        }
    }

    internal override bool StartsBridge(Unit bridge) => !down.Contains(bridge);
}
