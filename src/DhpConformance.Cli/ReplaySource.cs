using DhpConformance.Engine;
using DhpConformance.Engine.Replay;

namespace DhpConformance.Cli;

/// <summary>Reads replay files that the user names, or that lie beside results.</summary>
internal static class ReplaySource
{
    /// <summary>The replay file.</summary>
    public static ReplayFile Read(ToolEnvironment environment, string name)
    {
        try
        {
            return ReplayReader.Parse(InputFile.Read(environment, name));
        }
        catch (UnusableFileException exception)
        {
            throw new BadInputException($"{name} cannot be replayed: {exception.Message}", cause: exception);
        }
    }
}
