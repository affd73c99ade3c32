using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>What setups an implementation can be reset to. The suite generates no other.</summary>
public sealed record ServerLimits
{
    /// <summary>Most partitions, 1 or more.</summary>
    [JsonRequired]
    public int Partitions { get; init; } = 64;

    /// <summary>Most processor units, 1 or more.</summary>
    [JsonRequired]
    public int Processors { get; init; } = 4096;

    /// <summary>Most memory modules, 1 or more.</summary>
    [JsonRequired]
    public int MemoryModules { get; init; } = 4096;

    /// <summary>Most I/O host bridges, 0 or more.</summary>
    [JsonRequired]
    public int IoHostBridges { get; init; } = 4096;

    /// <summary>Sizes of memory modules are multiples of this many bytes, 1 or more.</summary>
    [JsonRequired]
    public long MemoryGranularity { get; init; } = 1;

    /// <summary>
    /// Most bytes of all memory modules of a server together, at least <see cref="MemoryGranularity"/>; null for no
    /// limit. Without a limit the suite also generates modules of several TiB.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? MemoryBytes { get; init; }
}
