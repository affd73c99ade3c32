using DhpConformance.Cli.Output;
using DhpConformance.Engine.Results;

namespace DhpConformance.Cli.Commands.Run;

/// <summary>
/// Writes the files of a run, and says where they are. It comes after the verdicts have been printed: those are not
/// lost with a disk that is full, and the files are kept in a second place then.
/// </summary>
internal sealed class WrittenRun(ToolEnvironment environment, RunFiles files)
{
    /// <summary>Writes them; false if they are not where they belong, which was printed.</summary>
    /// <param name="folder">Where they belong.</param>
    /// <param name="replay">The replay file of a failure.</param>
    /// <param name="isQuiet">Whether it is not said where they are.</param>
    public bool Write(ReportFolder folder, Func<ProfileResult, Failure, string> replay, bool isQuiet = false)
    {
        // To make them may take long, since failures are executed once more.
        var contents = files.Contents(replay).ToList();
        try
        {
            folder.Commit(contents);
            if (!isQuiet)
            {
                environment.Console.Line($"Results: {files.ResultsPath}");
                environment.Console.Line($"Report: {files.ReportPath}");
            }

            return true;
        }
        catch (BadInputException problem)
        {
            environment.Error.WriteLine($"{problem.Message} {Kept(contents)}");
            return false;
        }
    }

    private static string Kept(List<(string Name, string Content)> contents)
    {
        var second = Path.Combine(Path.GetTempPath(), $"dhp-results-{Guid.NewGuid():N}");
        try
        {
            using var folder = ReportFolder.Open(second, second);
            folder.Commit(contents);
            return $"What would have been there is in {second}.";
        }
        catch (BadInputException)
        {
            return $"Nor could it be kept in {second}: what stands above is all there is.";
        }
    }
}
