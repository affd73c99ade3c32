using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DhpConformance.Abstractions;

namespace DhpConformance.Model.Consumers;

/// <summary>
/// The operating system that a consumer under test runs on, as a value: what is there, and what the consumer has been
/// given of it.
/// </summary>
public sealed record SystemState
{
    /// <summary>The active processors, by index.</summary>
    public required ImmutableArray<ProcessorNumber> Processors { get; init; }

    /// <summary>
    /// The processor whose add has begun: its number can be asked for, and nothing runs on it yet. Null if there is
    /// none.
    /// </summary>
    public ProcessorNumber? Starting { get; init; }

    /// <summary>How many there were when the system started, as the obsolete variable has it.</summary>
    public required int ProcessorsAtStart { get; init; }

    /// <summary>How many there can ever be. Source: DHP-PROC-08.</summary>
    public required int MaximumProcessors { get; init; }

    /// <summary>How many groups there can ever be. Source: DHP-PROC-21.</summary>
    public required int MaximumGroups { get; init; }

    /// <summary>Physical memory in bytes.</summary>
    public required ulong Memory { get; init; }

    /// <summary>What each pool can hold in bytes, fixed at the start. Source: DHP-ADDM-07.</summary>
    public required ulong PoolBytes { get; init; }

    /// <summary>The next handle that is given out.</summary>
    public ulong NextHandle { get; init; } = 1;

    /// <summary>Memory that the consumer holds, by handle.</summary>
    public ImmutableSortedDictionary<ulong, Allocate> Allocations { get; init; } =
        ImmutableSortedDictionary<ulong, Allocate>.Empty;

    /// <summary>Its registrations, by handle, in the order in which they were made.</summary>
    public ImmutableSortedDictionary<ulong, SystemCall> Registrations { get; init; } =
        ImmutableSortedDictionary<ulong, SystemCall>.Empty;

    /// <summary>Its connected interrupts, by handle.</summary>
    public ImmutableSortedDictionary<ulong, GroupMask> Interrupts { get; init; } =
        ImmutableSortedDictionary<ulong, GroupMask>.Empty;

    /// <summary>Its threads, by handle.</summary>
    public ImmutableSortedDictionary<ulong, GroupMask> Threads { get; init; } =
        ImmutableSortedDictionary<ulong, GroupMask>.Empty;

    /// <summary>Its DPCs that have not run yet, by the index of their processor.</summary>
    public ImmutableArray<int> Dpcs { get; init; } = [];

    /// <summary>The addresses that its device transfers to.</summary>
    public ImmutableSortedSet<ulong> Dma { get; init; } = [];

    /// <summary>The requests that it was given and has not completed.</summary>
    public ImmutableSortedDictionary<ulong, IoEvent> Requests { get; init; } =
        ImmutableSortedDictionary<ulong, IoEvent>.Empty;

    /// <summary>How far its device is.</summary>
    public DeviceStage Device { get; init; }

    /// <summary>The power of its device.</summary>
    public DevicePower DevicePower { get; init; }

    /// <summary>The power of the system.</summary>
    public SystemPower SystemPower { get; init; }

    /// <summary>The processors of group 0 that its process may use.</summary>
    public ulong ProcessAffinity { get; init; }

    /// <summary>The allocation that fails, counted from the next one; 0 for none.</summary>
    public int FailingAllocation { get; init; }

    /// <summary>Whether registrations fail.</summary>
    public bool FailingRegistration { get; init; }

    /// <summary>How often silicon was replaced.</summary>
    public int Replacements { get; init; }

    /// <summary>The index of the processor that the event is handled on.</summary>
    public int CurrentProcessor { get; init; }

    /// <summary>Bytes that the consumer holds.</summary>
    public ulong AllocatedBytes => Allocations.Values.Aggregate(0UL, (sum, one) => sum + one.Bytes);

    /// <summary>The active processors of a group as a mask.</summary>
    public ulong MaskOf(int group) => Processors
        .Where(processor => processor.Group == group)
        .Aggregate(0UL, (mask, processor) => mask | (1UL << processor.Number));

    /// <summary>Whether a mask holds a processor.</summary>
    public static bool Covers(GroupMask affinity, ProcessorNumber processor) =>
        affinity.Mask == 0
        || (affinity.Group == processor.Group && (affinity.Mask >> processor.Number & 1) == 1);

    /// <summary>Whether it has asked to hear of processors.</summary>
    public bool HearsOfProcessors => Registrations.Values.Any(one =>
        one is RegisterProcessorCallback or RegisterInterface { Class: InterfaceClass.Processor });

    /// <summary>Whether it has asked to hear of memory.</summary>
    public bool HearsOfMemory =>
        Registrations.Values.Any(one => one is RegisterInterface { Class: InterfaceClass.Memory });
}

/// <summary>Processors of one group.</summary>
/// <param name="Group">The group.</param>
/// <param name="Mask">The processors; 0 for any, of any group.</param>
public readonly record struct GroupMask(int Group, ulong Mask);

/// <summary>How far the device of a consumer is.</summary>
[JsonConverter(typeof(KebabCaseConverter<DeviceStage>))]
public enum DeviceStage
{
    /// <summary>Not started yet, or it has none.</summary>
    None,

    /// <summary>It works.</summary>
    Started,

    /// <summary>It works, and has agreed to be stopped.</summary>
    StopPending,

    /// <summary>It is stopped.</summary>
    Stopped,
}
