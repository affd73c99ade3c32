using DhpConformance.Engine;
using DhpConformance.Engine.Histories;
using DhpConformance.Engine.Linearizability;

namespace DhpConformance.Cli;

/// <summary>Reads histories of several clients that the user names.</summary>
internal static class HistorySource
{
    /// <summary>The history in a file.</summary>
    /// <param name="environment">Where the file is.</param>
    /// <param name="name">What the user calls it.</param>
    /// <param name="changed">What is made of it before it is judged; null for nothing.</param>
    /// <exception cref="BadInputException">It is none that can be judged.</exception>
    public static History Read(ToolEnvironment environment, string name, Func<History, History>? changed = null) =>
        Parse(InputFile.Read(environment, name), name, changed);

    /// <summary>The history in a file; null if it looks like something else.</summary>
    /// <param name="environment">Where the file is.</param>
    /// <param name="name">What the user calls it.</param>
    /// <exception cref="BadInputException">It is a history, and none that can be judged.</exception>
    public static History? Find(ToolEnvironment environment, string name)
    {
        var text = InputFile.Read(environment, name);
        return HistoryReader.IsHistory(text) ? Parse(text, name, null) : null;
    }

    private static History Parse(string text, string name, Func<History, History>? changed)
    {
        try
        {
            var history = HistoryReader.Parse(text);
            history = changed?.Invoke(history) ?? history;
            return LinearizabilityChecker.InvalidData(history) is { } fault
                ? throw new UnusableFileException(fault)
                : history;
        }
        catch (UnusableFileException exception)
        {
            throw new BadInputException($"{name} cannot be judged: {exception.Message}", cause: exception);
        }
    }
}
