using DhpConformance.Cli.Settings;

namespace DhpConformance.Cli.Implementations;

/// <summary>
/// Decides whether the implementation that a file names is run. A file may come from anybody and name any command, so
/// what it names is run unasked only if this tool brings it along, or if the user has named the same: in the settings
/// file, or as an environment variable.
/// </summary>
internal static class TrustedSource
{
    /// <summary>Makes sure that it may be run.</summary>
    /// <param name="source">The implementation that the file names.</param>
    /// <param name="file">What the user calls the file.</param>
    /// <param name="settings">What the user has named.</param>
    /// <exception cref="BadInputException">Nobody has said that it may.</exception>
    public static string Of(string source, string file, SettingValues settings) =>
        IsTrusted(source, settings)
            ? source
            : throw new BadInputException(
                $"{file} names an implementation to be run: {source} — which may be any program, so it is not run "
                + "unasked. Give --implementation SOURCE to say what is judged, or --trust-file to run what the file "
                + "names.");

    /// <summary>What to give <c>dhp replay</c> besides a file that this run has written; empty for nothing.</summary>
    public static string ReplayOption(string source, ToolEnvironment environment) =>
        IsTrusted(source, new SettingValues(environment, new Dictionary<string, string?>())) ? "" : " --trust-file";

    private static bool IsTrusted(string source, SettingValues settings) =>
        ImplementationSource.IsBuiltIn(source)
        || string.Equals(source, settings.Text(SettingTable.Implementation), StringComparison.Ordinal);
}
