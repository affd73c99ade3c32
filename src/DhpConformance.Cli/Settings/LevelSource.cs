using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Cli.Settings;

/// <summary>Finds what <c>--level</c> names.</summary>
internal static class LevelSource
{
    /// <summary>Why an exit code is better than the verdicts.</summary>
    public static string Sentence(Level least) =>
        $"The exit code does not count rules that bind less firmly than {Words.Of(least)} (--level).";

    /// <summary>The least level that decides the exit code.</summary>
    /// <exception cref="BadInputException">There is no such level.</exception>
    public static Level Find(SettingValues settings) => settings.Text(SettingTable.Level) switch
    {
        "must" => Level.Must,
        "should" => Level.Should,
        "may" => Level.May,
        var other => throw new BadInputException(
            $"level is \"{other}\" (from {settings.Origin(SettingTable.Level)}); write must, should or may."),
    };
}
