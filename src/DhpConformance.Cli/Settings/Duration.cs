using System.Globalization;
using System.Text.RegularExpressions;

namespace DhpConformance.Cli.Settings;

/// <summary>Times as people write them: <c>500ms</c>, <c>30s</c>, <c>5m</c>, <c>1h</c>.</summary>
internal static partial class Duration
{
    private static readonly TimeSpan Most = TimeSpan.FromDays(30);

    /// <summary>The time that a setting has; null if it has none.</summary>
    /// <exception cref="BadInputException">It is no time, or none that could be used up.</exception>
    public static TimeSpan? Of(SettingValues settings, Setting setting)
    {
        var text = settings.Text(setting);
        if (text.Length == 0)
        {
            return null;
        }

        var parts = Form().Match(text);
        return parts.Success
            && double.TryParse(
                parts.Groups["number"].Value,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number)
            && number > 0
            && number * Unit(parts.Groups["unit"].Value).TotalSeconds <= Most.TotalSeconds
                ? Unit(parts.Groups["unit"].Value) * number
                : throw new BadInputException(
                    $"{setting.Key} is \"{text}\" (from {settings.Origin(setting)}); give a time of more than 0 and at "
                    + "most 30 days, such as 30s, 5m or 1h.");
    }

    private static TimeSpan Unit(string name) => name switch
    {
        "ms" => TimeSpan.FromMilliseconds(1),
        "s" => TimeSpan.FromSeconds(1),
        "m" => TimeSpan.FromMinutes(1),
        _ => TimeSpan.FromHours(1),
    };

    [GeneratedRegex(@"^(?<number>\d+(\.\d+)?)(?<unit>ms|s|m|h)$")]
    private static partial Regex Form();
}
