namespace DhpConformance.Reference.Mutants;

[Breaks("IO-01", "Requests that wait while a unit is replaced are dropped.")]
internal sealed class ReplaceDropsRequests(Partition partition) : OperatingSystem(partition)
{
    internal override void Replace(Unit target, Unit spare)
    {
        base.Replace(target, spare);
        foreach (var device in Services?.Registry.Devices ?? [])
        {
            device.Waiting.Clear();
        }
    }
}
