using DhpConformance.Engine.Results;

namespace DhpConformance.Reporting.Failures;

/// <summary>The command that does a failure again, from the folder that <c>dhp run</c> wrote.</summary>
internal static class ReplayCommand
{
    public static string Of(ProfileResult profile, Failure failure) =>
        $"dhp replay {Quoted(File(profile, failure))}";

    /// <summary>The replay file, as seen from that folder.</summary>
    public static string File(ProfileResult profile, Failure failure) =>
        $"failures/{failure.Rule ?? "ERROR"}-{profile.Profile.Name}.ndjson";

    // Names come from files, which may be hostile: a user who pastes the command into a shell must not run their text.
    private static string Quoted(string path) =>
        path.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/')
            ? path
            : $"'{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
