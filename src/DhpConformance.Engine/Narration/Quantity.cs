using System.Globalization;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Narration;

/// <summary>Amounts as people say them.</summary>
internal static class Quantity
{
    private static readonly string[] Units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

    /// <summary>Reads like <c>2 GiB</c>; never rounded.</summary>
    public static string Bytes(long bytes)
    {
        var unit = 0;
        while (bytes >= 1024 && bytes % 1024 == 0 && unit < Units.Length - 1)
        {
            bytes /= 1024;
            unit++;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{bytes} {Units[unit]}");
    }

    /// <summary>Reads like <c>1 case</c> or <c>3 cases</c>.</summary>
    public static string Of(long count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>Reads like <c>I/O host bridge</c>.</summary>
    public static string Kind(UnitKind kind) => kind == UnitKind.IoHostBridge ? "I/O host bridge" : Words.Of(kind);
}
