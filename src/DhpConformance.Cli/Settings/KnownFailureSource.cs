using DhpConformance.Engine;
using DhpConformance.Engine.KnownFailures;

namespace DhpConformance.Cli.Settings;

/// <summary>Reads what <c>--known-failures</c> names.</summary>
internal static class KnownFailureSource
{
    /// <summary>The known failures of this file; none if no file is named.</summary>
    public static KnownFailureList Find(string name, ToolEnvironment environment)
    {
        try
        {
            return name.Length == 0
                ? KnownFailureList.None
                : KnownFailureList.Parse(InputFile.Read(environment, name));
        }
        catch (UnusableFileException exception)
        {
            throw new BadInputException($"{name}: {exception.Message}", cause: exception);
        }
    }
}
