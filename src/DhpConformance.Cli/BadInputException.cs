namespace DhpConformance.Cli;

/// <summary>What the user gave cannot be used. The message is one sentence: the cause, and the remedy.</summary>
internal sealed class BadInputException(string message, ExitCode code = ExitCode.BadInput, Exception? cause = null)
    : Exception(message, cause)
{
    public ExitCode Code { get; } = code;
}
