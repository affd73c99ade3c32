using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Variants;

/// <summary>Shows of a module that is added in part only the blocks that are on line, until the next start.</summary>
internal class OnlinesBlocks(Partition partition) : OperatingSystem(partition)
{
    private readonly Dictionary<UnitId, long> parked = [];

    /// <summary>Whether the next module is added in part.</summary>
    public bool IsPartial { get; set; }

    /// <summary>How many bytes of a module come on line.</summary>
    internal virtual long OnlineOf(Unit module) =>
        TraitVariants.Block * (1 + (module.Id.Value % ((module.Capacity - 1) / TraitVariants.Block)));

    internal override void Boot()
    {
        parked.Clear();
        base.Boot();
    }

    internal override void AddMemory(Unit module)
    {
        base.AddMemory(module);
        if (IsPartial)
        {
            IsPartial = false;
            parked[module.Id] = module.Capacity - OnlineOf(module);
            MemoryBytes -= parked[module.Id];
        }
    }

    internal override void Replace(Unit target, Unit spare)
    {
        base.Replace(target, spare);
        if (parked.Remove(target.Id, out var bytes))
        {
            parked[spare.Id] = bytes;
        }
    }

    internal override void Remove(Unit unit)
    {
        base.Remove(unit);
        if (parked.Remove(unit.Id, out var bytes))
        {
            MemoryBytes += bytes;
        }
    }
}
