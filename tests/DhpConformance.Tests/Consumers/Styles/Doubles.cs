using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Consumers.Styles;

/// <summary>Has a table that it makes twice as large each time.</summary>
internal sealed class Doubles : ConsumerStyle
{
    private ulong table;
    private readonly List<ulong> outgrown = [];
    private int room;

    public bool KeepsOldTables { get; init; }

    protected override ConsumerAnswer Handle(ConsumerEvent happening, IOperatingSystem system)
    {
        switch (happening)
        {
            case LoadEvent:
                return Register(system);
            case UnloadEvent:
                Unregister(system);
                system.Free(table);
                outgrown.ForEach(system.Free);
                break;
            case ProcessorChangeEvent { State: ProcessorChangeState.Start } change when change.Index >= room:
                return Grow(change.Index + 1, system);
        }

        return ConsumerAnswer.Success;
    }

    private ConsumerAnswer Grow(int needed, IOperatingSystem system)
    {
        var larger = Math.Max(1, room);
        while (larger < needed)
        {
            larger *= 2;
        }

        if (system.Allocate((ulong)larger * 64) is not { } other)
        {
            return ConsumerAnswer.InsufficientResources;
        }

        if (table != 0 && KeepsOldTables)
        {
            outgrown.Add(table);
        }
        else if (table != 0)
        {
            system.Free(table);
        }

        (table, room) = (other, larger);
        return ConsumerAnswer.Success;
    }
}
