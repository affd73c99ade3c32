using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Model.State;

/// <summary>What can change about a partition, beyond the map.</summary>
public sealed record PartitionState
{
    /// <summary>Whether its operating system runs.</summary>
    public RunState State { get; init; }

    /// <summary>How much it holds.</summary>
    public PartitionContents Holds { get; init; }

    /// <summary>How many processors it holds.</summary>
    public int Processors => Holds.Processors;

    /// <summary>How many logical processors those processors have.</summary>
    public int LogicalProcessors => Holds.LogicalProcessors;

    /// <summary>How many memory modules it holds.</summary>
    public int MemoryModules => Holds.MemoryModules;

    /// <summary>How many bytes those modules have.</summary>
    public long Memory => Holds.Memory;

    /// <summary>Components that did not start.</summary>
    public ImmutableArray<ParkedComponents> Parked { get; init; } = [];

    /// <summary>The places of the units that it held at its latest start; kept only where a trait needs them.</summary>
    public ImmutableArray<int> UnitsAtStart { get; init; } = [];

    /// <summary>How much of its memory its operating system shows.</summary>
    public ShownMemory Shown { get; init; } = ShownMemory.All;

    /// <summary>Memory modules that came on line in part.</summary>
    public PartialMemory PartialMemory { get; init; } = PartialMemory.None;

    /// <summary>
    /// The numbers of its active processors as first observed; default while nobody has looked since they last
    /// could change. The rules leave the choice to the implementation and hold it to what it chose.
    /// </summary>
    public ImmutableArray<LogicalProcessor> Numbering { get; init; }

    /// <summary>How many processor groups it has, as first observed; 0 if nobody has looked since the start.</summary>
    public int Groups { get; init; }

    /// <summary>
    /// The bytes of memory it had at its latest start. Pools fit into that; a user-defined profile with hot remove may
    /// leave less memory than they have.
    /// </summary>
    public long MemoryAtStart { get; init; }

    /// <summary>The pool sizes as first observed; null while nobody has looked since the start.</summary>
    public PoolSizes? Pools { get; init; }

    /// <summary>How the latest hot operation ended; null if none was begun since the start.</summary>
    public HotOperationStatus? Latest { get; init; }

    /// <summary>Whether its operating system runs.</summary>
    public bool Runs => State == RunState.Running;

    /// <summary>Active logical processors; 0 if it does not run.</summary>
    public int ActiveProcessors => Runs ? LogicalProcessors - ParkedCount : 0;

    /// <summary>
    /// Physical memory that its operating system shows, in bytes; the most where that is not known yet, since a module
    /// came on line in part. 0 if it does not run.
    /// </summary>
    public long VisibleMemory => Runs ? Shown.Of(Memory - PartialMemory.Least) : 0;

    /// <summary>The least that it shows; differs from the most only until somebody has looked.</summary>
    public long LeastVisibleMemory => Runs ? Shown.Of(Memory - PartialMemory.Most) : 0;

    /// <summary>Whether its operating system may show so many bytes of memory.</summary>
    public bool MayShow(long bytes) =>
        bytes == VisibleMemory
        || (Runs && !PartialMemory.Modules.IsEmpty && PartialMemory.Permits(Memory - Shown.Reserve - bytes));

    private int ParkedCount
    {
        get
        {
            var count = 0;
            foreach (var parked in Parked)
            {
                count += parked.Count;
            }

            return count;
        }
    }

    /// <summary>The partition with what a unit brings added (<paramref name="sign"/> 1) or taken (-1).</summary>
    internal PartitionState WithUnit(Inventory inventory, int unit, int sign) =>
        this with { Holds = Holds.With(inventory, unit, sign) };

    /// <summary>The partition in another run state: whatever its operating system knew is gone.</summary>
    internal PartitionState Entering(RunState state) => this with
    {
        State = state,
        Parked = [],
        PartialMemory = PartialMemory.None,
        Numbering = default,
        Groups = 0,
        Pools = null,
        Latest = null,
        MemoryAtStart = Shown.Of(Memory),
    };
}
