using DhpConformance.Engine.Results;
using DhpConformance.Reporting;

namespace DhpConformance.Cli.Commands.Run;

/// <summary>The files that a run leaves behind.</summary>
/// <param name="folder">The folder, as the user calls it.</param>
/// <param name="results">What the run found.</param>
internal sealed class RunFiles(string folder, RunResults results)
{
    public const string ResultsName = "results.json";

    /// <summary>Where the results are, as the user would write it.</summary>
    public string ResultsPath => Path.Combine(folder, ResultsName);

    /// <summary>Where the page for people is, as the user would write it.</summary>
    public string ReportPath => Path.Combine(folder, Reports.FileName(ReportFormat.Html));

    /// <summary>What <c>dhp replay</c> is given besides a file of this run; empty for nothing.</summary>
    public string ReplayOption { get; init; } = "";

    /// <summary>The command that does a failure again.</summary>
    public string ReplayCommand(ProfileResult profile, Failure failure) =>
        $"dhp replay {Quoted(Path.Combine(folder, Name(profile, failure)))}{ReplayOption}";

    /// <summary>Names and contents; the results last, so that they never speak of a file that is not there.</summary>
    /// <param name="replay">The replay file of a failure.</param>
    public IEnumerable<(string Name, string Content)> Contents(Func<ProfileResult, Failure, string> replay)
    {
        foreach (var profile in results.Profiles)
        {
            foreach (var failure in profile.Failures)
            {
                yield return (Name(profile, failure), replay(profile, failure));
            }
        }

        yield return (Reports.FileName(ReportFormat.Html), Report(ReportFormat.Html));
        yield return (Reports.FileName(ReportFormat.Junit), Report(ReportFormat.Junit));
        yield return (ResultsName, ResultsJson.Text(results) + "\n");
    }

    /// <summary>The replay file of a failure, below the folder.</summary>
    public static string Name(ProfileResult profile, Failure failure) =>
        Path.Combine("failures", $"{failure.Rule ?? "ERROR"}-{profile.Profile.Name}.ndjson");

    private static string Quoted(string path) => path.Contains(' ', StringComparison.Ordinal) ? $"\"{path}\"" : path;

    private string Report(ReportFormat format)
    {
        using var writer = new StringWriter();
        Reports.Write(results, format, writer);
        return writer.ToString();
    }
}
