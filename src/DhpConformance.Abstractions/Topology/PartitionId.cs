using System.Globalization;
using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>Names one hardware partition of a server. Printed as <c>p1</c>; a plain number on the wire.</summary>
/// <param name="Value">Any number; a setup gives its partitions 0 and upwards.</param>
[JsonConverter(typeof(PartitionIdConverter))]
public readonly record struct PartitionId(int Value)
{
    /// <inheritdoc/>
    public override string ToString() => "p" + Value.ToString(CultureInfo.InvariantCulture);
}
