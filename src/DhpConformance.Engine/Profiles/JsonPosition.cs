using System.Globalization;
using System.Text.Json;

namespace DhpConformance.Engine.Profiles;

/// <summary>Where in a file JSON stops making sense, counted as editors count.</summary>
public static class JsonPosition
{
    /// <summary>Reads like <c>line 3, column 14</c>.</summary>
    public static string Of(JsonException exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"line {exception.LineNumber + 1}, column {exception.BytePositionInLine + 1}");
    }
}
