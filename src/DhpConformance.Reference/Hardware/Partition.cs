using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <summary>A hardware partition: the units it holds, and the operating system installed in it.</summary>
internal sealed class Partition
{
    public Partition(PartitionSetup setup, ServerComposition composition, NotificationLog log)
    {
        ServerComposition = composition;
        Log = log;
        Id = setup.Id;
        Profile = setup.Profile;
        ProcessorLimit = setup.ProcessorLimit;
        MemoryLimit = setup.MemoryLimit;
        System = composition.OperatingSystem(this);
    }

    public PartitionId Id { get; }

    /// <summary>What the operating system and its parts are installed from.</summary>
    public ServerComposition ServerComposition { get; }

    /// <summary>Where the notifications of the partition go.</summary>
    public NotificationLog Log { get; }

    public Profile Profile { get; }

    /// <summary>Most logical processors that the firmware provides for; the profile may allow fewer.</summary>
    public int ProcessorLimit { get; }

    public long MemoryLimit { get; }

    /// <summary>The operating system, whether it runs or not.</summary>
    public OperatingSystem System { get; }

    public RunState State { get; set; }

    public bool Runs => State == RunState.Running;

    public UnitList Processors { get; } = new();

    public UnitList MemoryModules { get; } = new();

    public UnitList Bridges { get; } = new();

    /// <summary>How many units it holds, of all kinds.</summary>
    public int UnitCount => Processors.Count + MemoryModules.Count + Bridges.Count;

    public UnitList Units(UnitKind kind) => kind switch
    {
        UnitKind.Processor => Processors,
        UnitKind.MemoryModule => MemoryModules,
        _ => Bridges,
    };
}
