using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Consumers;

/// <summary>A disk with a paging file: it must not be stopped, and says so.</summary>
internal sealed class PagingDiskDriver : DiskDriver
{
    public override ConsumerDescription Describe()
    {
        var disk = base.Describe();
        return disk with { Name = "reference disk driver with a paging file", Traits =
            disk.Traits.Add(ConsumerTrait.PagingPath) };
    }

    protected override ConsumerAnswer QueryStop(IOperatingSystem system) => ConsumerAnswer.Unsuccessful;
}
