using System.Globalization;
using DhpConformance.Abstractions;

namespace DhpConformance.Adapters.Libvirt.Domains;

/// <summary>
/// A unit as a device of libvirt: <c>ua-u7</c>. libvirt keeps only aliases that begin with <c>ua-</c>.
/// </summary>
internal static class UnitAlias
{
    private const string Before = "ua-u";

    public static string Of(UnitId unit) => string.Create(CultureInfo.InvariantCulture, $"{Before}{unit.Value}");

    /// <summary>The unit with this alias; one that no server has if it is not an alias of ours.</summary>
    public static UnitId Parse(string? alias) =>
        alias is not null && alias.StartsWith(Before, StringComparison.Ordinal)
        && int.TryParse(alias.AsSpan(Before.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? new(value)
            : new(-1);
}
