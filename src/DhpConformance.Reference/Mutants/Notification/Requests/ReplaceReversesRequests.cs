namespace DhpConformance.Reference.Mutants;

[Breaks("IO-02", "Requests that waited while a unit was replaced complete in reverse order.")]
internal sealed class ReplaceReversesRequests(Partition partition) : OperatingSystem(partition)
{
    internal override void Replace(Unit target, Unit spare)
    {
        base.Replace(target, spare);
        foreach (var device in Services?.Registry.Devices ?? [])
        {
            device.ReverseWaiting();
        }
    }
}
