using System.Globalization;
using System.Text.Json;

namespace DhpConformance.Hosting.Protocol;

/// <summary>Where a text stops being JSON, counted as editors count.</summary>
internal static class NotJson
{
    /// <summary>Reads like <c>it is not JSON from line 3, column 14 on</c>.</summary>
    public static string From(JsonException problem) => string.Create(
        CultureInfo.InvariantCulture,
        $"it is not JSON from line {problem.LineNumber + 1}, column {problem.BytePositionInLine + 1} on");
}
