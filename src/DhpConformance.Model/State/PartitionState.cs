using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Model.State;

/// <summary>What can change about a partition, beyond the map.</summary>
public sealed record PartitionState
{
    /// <summary>Whether its operating system runs.</summary>
    public RunState State { get; init; }

    /// <summary>How much it holds.</summary>
    public Holdings Holds { get; init; }

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

    /// <summary>
    /// The numbers of its active processors as first observed; default while nobody has looked since they last
    /// could change. The rules leave the choice to the implementation and hold it to what it chose.
    /// </summary>
    public ImmutableArray<LogicalProcessor> Numbering { get; init; }

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

    /// <summary>Physical memory that its operating system shows, in bytes; 0 if it does not run.</summary>
    public long VisibleMemory => Runs ? Memory : 0;

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
        Numbering = default,
        Pools = null,
        Latest = null,
        MemoryAtStart = Memory,
    };
}
