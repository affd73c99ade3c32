using System.Globalization;

namespace DhpConformance.Reporting.Text;

/// <summary>Amounts as people read them, the same in every culture.</summary>
internal static class Amount
{
    private static readonly string[] Sizes = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"];

    /// <summary>Reads like <c>12,345</c>.</summary>
    public static string Of(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Reads like <c>1 case</c> or <c>12,345 cases</c>.</summary>
    public static string Of(long count, string noun) => $"{Of(count)} {noun}{(count == 1 ? "" : "s")}";

    /// <summary>Reads like <c>850</c>, <c>12k</c> or <c>3.4M</c>: narrow enough for a cell.</summary>
    public static string Short(long count) => count switch
    {
        < 1000 => count.ToString(CultureInfo.InvariantCulture),
        < 10_000 => string.Create(CultureInfo.InvariantCulture, $"{count / 1000.0:0.0}k"),
        < 1_000_000 => string.Create(CultureInfo.InvariantCulture, $"{count / 1000}k"),
        < 10_000_000 => string.Create(CultureInfo.InvariantCulture, $"{count / 1_000_000.0:0.0}M"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{count / 1_000_000}M"),
    };

    /// <summary>Reads like <c>2 GiB</c>; rounded to what fits into a picture.</summary>
    public static string Bytes(long bytes)
    {
        var amount = (double)bytes;
        var size = 0;
        for (; amount >= 1024 && size < Sizes.Length - 1; size++)
        {
            amount /= 1024;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{amount:0.#} {Sizes[size]}");
    }

    /// <summary>Reads like <c>850 ms</c>, <c>21.3 s</c> or <c>4 min 5 s</c>.</summary>
    public static string Duration(long milliseconds) => milliseconds switch
    {
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds} ms"),
        < 60_000 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 1000.0:0.0} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{milliseconds / 60_000} min {milliseconds / 1000 % 60} s"),
    };
}
