using System.Globalization;
using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>
/// Names one consumer of notifications, a driver or an application. Printed as <c>c3</c>; a plain number on the wire.
/// </summary>
/// <param name="Value">Chosen by whoever registers the consumer; unique on the whole server while registered.</param>
[JsonConverter(typeof(ConsumerIdConverter))]
public readonly record struct ConsumerId(int Value)
{
    /// <inheritdoc/>
    public override string ToString() => "c" + Value.ToString(CultureInfo.InvariantCulture);
}
