using DhpConformance.Engine;
using DhpConformance.Engine.Results;
using DhpConformance.Reporting;

namespace DhpConformance.Cli;

/// <summary>Reads results that the user names.</summary>
internal static class ResultsFile
{
    /// <summary>The results in a file.</summary>
    public static RunResults Read(ToolEnvironment environment, string name)
    {
        try
        {
            return Reports.Read(InputFile.Read(environment, name));
        }
        catch (UnusableFileException exception)
        {
            throw new BadInputException($"{name} cannot be used: {exception.Message}", cause: exception);
        }
    }
}
