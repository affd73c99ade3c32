using System.Globalization;
using DhpConformance.Abstractions;

namespace DhpConformance.Adapters.Qemu.Partitions;

/// <summary>A unit as a device of QEMU: <c>u7</c>, below <c>/machine/peripheral</c>.</summary>
internal static class UnitName
{
    private const string Peripheral = "/machine/peripheral/";

    /// <summary>The unit with this id in QEMU; one that no server has if it is not an id of ours.</summary>
    public static UnitId Parse(string? id) =>
        id is { Length: > 1 }
        && int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? new(value)
            : new(-1);

    /// <summary>The unit at this path; null for a device that is no unit, such as the boot processor.</summary>
    public static UnitId? AtPath(string? path) =>
        path is not null && path.StartsWith(Peripheral, StringComparison.Ordinal)
            ? Parse(path[Peripheral.Length..])
            : null;
}
