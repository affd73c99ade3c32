using System.Globalization;
using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>Names one partition unit of a server. Printed as <c>u7</c>; a plain number on the wire.</summary>
/// <param name="Value">Any number; a setup gives its units 0 and upwards.</param>
[JsonConverter(typeof(UnitIdConverter))]
public readonly record struct UnitId(int Value)
{
    /// <inheritdoc/>
    public override string ToString() => "u" + Value.ToString(CultureInfo.InvariantCulture);
}
