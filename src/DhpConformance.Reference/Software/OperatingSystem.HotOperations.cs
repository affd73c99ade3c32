using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <content>What the operating system does when hardware comes and goes while it runs.</content>
internal partial class OperatingSystem
{
    /// <summary>A unit has joined the partition.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="components">How many of its components started, 1 or more; the others stay parked.</param>
    internal virtual void Add(Unit unit, int components)
    {
        switch (unit.Kind)
        {
            case UnitKind.Processor:
                AddProcessor(unit, components);
                break;
            case UnitKind.MemoryModule:
                AddMemory(unit);
                break;
            default:
                // A bridge counts as started from the moment the partition holds it: see StartsBridge.
                break;
        }
    }

    internal virtual void AddProcessor(Unit processor, int components)
    {
        Activate(processor, components);
        numbered = Partition.Processors.Version;
    }

    internal virtual void AddMemory(Unit module) => MemoryBytes += module.Capacity;

    /// <summary>The spare has taken the place of the target; nothing logical changes.</summary>
    internal virtual void Replace(Unit target, Unit spare)
    {
        if (target.Kind == UnitKind.Processor)
        {
            Active.Swap(target.Id, spare.Id);
            numbered = Partition.Processors.Version;
        }
    }

    /// <summary>A unit has left the partition.</summary>
    internal virtual void Remove(Unit unit)
    {
        switch (unit.Kind)
        {
            case UnitKind.Processor:
                Active.Deactivate(unit.Id);
                numbered = Partition.Processors.Version;
                break;
            case UnitKind.MemoryModule:
                MemoryBytes -= unit.Capacity;
                break;
            default:
                break;
        }
    }

    /// <summary>Remembers how a hot operation ended, to show it until the next one or the next boot.</summary>
    internal virtual void Record(HotOperation operation, Unit unit, OutcomeKind outcome) =>
        LatestHotOperation = new HotOperationStatus(operation, unit.Id, outcome);
}
