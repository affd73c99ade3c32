using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <summary>
/// The operating system installed in one partition. Its personality is the partition's profile; what it knows of the
/// hardware it learns at boot and from hot operations, and forgets when it goes down.
/// </summary>
internal partial class OperatingSystem
{
    private const int LargestGroup = 64;

    // The version of the partition's processors to which the numbering belongs; none yet.
    private int numbered = -1;

    /// <param name="partition">The partition that it is installed in.</param>
    /// <param name="groupSize">How many logical processors a group holds, 1 to 64; without groups it is 64.</param>
    public OperatingSystem(Partition partition, int groupSize = LargestGroup)
    {
        Partition = partition;
        var limit = Math.Min(partition.ProcessorLimit, partition.Profile.ProcessorLimit);
        var hasGroups = partition.Profile.Promises(Behaviour.ProcessorGroups);
        Maximum = hasGroups ? limit : Math.Min(limit, LargestGroup);
        Active = hasGroups
            ? new ActiveProcessors(((Maximum - 1) / groupSize) + 1, groupSize)
            : new ActiveProcessors(1, LargestGroup);
    }

    /// <summary>Most logical processors that can be active.</summary>
    public int Maximum { get; }

    /// <summary>Physical memory in bytes.</summary>
    public long MemoryBytes { get; protected set; }

    public int ActiveCount => Active.Count;

    protected Partition Partition { get; }

    protected ActiveProcessors Active { get; set; }

    protected long PagedPoolBytes { get; set; }

    protected long NonpagedPoolBytes { get; set; }

    /// <summary>How the latest hot operation ended; null if none was begun since boot.</summary>
    protected HotOperationStatus? LatestHotOperation { get; set; }

    /// <summary>Whether the profile has this cell of the capability matrix.</summary>
    internal virtual bool Supports(HotOperation operation, UnitKind kind) =>
        Partition.Profile.Supports(operation, kind);

    /// <summary>Starts with all that the partition holds.</summary>
    internal virtual void Boot()
    {
        // Processors that are still the same keep their numbers, so that a restart costs nothing for each of them.
        // The count shows whether components are parked and have to become active now.
        if (numbered != Partition.Processors.Version || Active.Count != Partition.Processors.Capacity)
        {
            NumberProcessors();
        }

        MemoryBytes = Partition.MemoryModules.Capacity;
        SizePools();
        LatestHotOperation = null;
        shownBridgesVersion = -1;
    }

    /// <summary>Goes down, by itself or by an error: the registrations of whoever runs on it end here.</summary>
    internal virtual void ShutDown() => Services = null;

    private void NumberProcessors()
    {
        Active.Clear();
        for (var i = 0; i < Partition.Processors.Count; i++)
        {
            var processor = Partition.Processors[i];
            Activate(processor, processor.Components);
        }

        numbered = Partition.Processors.Version;
    }

    /// <summary>Makes some components of a processor active.</summary>
    internal virtual void Activate(Unit processor, int components)
    {
        for (var i = 0; i < components; i++)
        {
            Active.Activate(processor.Id);
        }
    }

    // Windows gives each pool a share of the memory it finds at start; any share would do. Neither pool may be empty,
    // however little memory there is.
    internal virtual void SizePools()
    {
        PagedPoolBytes = Math.Max(1, MemoryBytes / 4);
        NonpagedPoolBytes = Math.Max(1, MemoryBytes / 8);
    }
}
