using DhpConformance.Cli.Output;

namespace DhpConformance.Cli.Settings;

/// <summary>How much a run says.</summary>
/// <param name="IsQuiet">Nothing but what failed, and the verdict in one line.</param>
/// <param name="Progress">How it shows how far it is.</param>
internal sealed record RunVoice(bool IsQuiet, ProgressStyle Progress)
{
    /// <summary>What the settings ask for.</summary>
    /// <exception cref="BadInputException">They make no sense.</exception>
    public static RunVoice Of(SettingValues settings)
    {
        var quiet = settings.Switch(SettingTable.Quiet);
        return new(quiet, settings.Text(SettingTable.Progress) switch
        {
            "auto" => quiet ? ProgressStyle.None : ProgressStyle.Auto,
            "json" => ProgressStyle.Json,
            "none" => ProgressStyle.None,
            var other => throw new BadInputException(
                $"progress is \"{other}\" (from {settings.Origin(SettingTable.Progress)}); write auto, json or none."),
        });
    }
}
