using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Results;

/// <summary>What is distributed over cases.</summary>
[JsonConverter(typeof(KebabCaseConverter<SizeMeasure>))]
public enum SizeMeasure
{
    /// <summary>Partitions of the server.</summary>
    Partitions,

    /// <summary>Units of the server.</summary>
    Units,

    /// <summary>The most active logical processors of a partition.</summary>
    ActiveProcessors,

    /// <summary>The most bytes of memory of a running partition.</summary>
    MemoryBytes,

    /// <summary>The most consumers registered in a partition.</summary>
    Consumers,

    /// <summary>The most hot operations that were asked for while nothing ended a partition.</summary>
    HotOperations,
}

/// <summary>How a size is distributed over the cases.</summary>
/// <param name="Of">What size.</param>
/// <param name="Bands">How many cases are in each band, the smallest first; those without a case, too.</param>
public sealed record SizeDistribution(SizeMeasure Of, ImmutableArray<SizeBand> Bands);

/// <summary>The cases of one band.</summary>
/// <param name="Cases">How many cases.</param>
/// <param name="To">The largest size of the band; left out for the last one, which has no end.</param>
public sealed record SizeBand(
    int Cases,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? To = null);
