using System.Globalization;

namespace DhpConformance.Cli.Output;

/// <summary>Numbers of things, as the terminal has them.</summary>
internal static class Count
{
    /// <summary>Reads like <c>1 case</c> or <c>1000 cases</c>.</summary>
    public static string Of(long count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
