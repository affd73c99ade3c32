using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Adapters.Qemu.Partitions;

/// <summary>What QEMU shows of a partition. Four lists that should agree, and are not made to.</summary>
internal sealed record PartitionView
{
    /// <summary>Places for processors, and which of them are taken.</summary>
    public required ImmutableArray<ProcessorSlot> Slots { get; init; }

    /// <summary>Processors that execute, the boot processor included.</summary>
    public required int Processors { get; init; }

    /// <summary>Memory modules that are plugged in.</summary>
    public required ImmutableArray<UnitId> MemoryModules { get; init; }

    /// <summary>Memory that was plugged in, in bytes.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>I/O host bridges that are plugged in.</summary>
    public required ImmutableArray<UnitId> Bridges { get; init; }

    /// <summary>Every unit that is plugged in.</summary>
    public IEnumerable<UnitId> Units =>
        Slots.Select(slot => slot.Unit).OfType<UnitId>().Concat(MemoryModules).Concat(Bridges);
}
