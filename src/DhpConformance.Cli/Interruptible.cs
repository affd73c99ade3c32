using DhpConformance.Engine.Execution;


namespace DhpConformance.Cli;

/// <summary>
/// Work that calls what somebody else has written, and may never end. After an interruption it is left behind, and
/// whatever it has found until then is not reported: an adapter that is cut short looks like one that broke.
/// </summary>
internal static class Interruptible
{
    /// <summary>Does it, and throws what it throws.</summary>
    /// <exception cref="BadInputException">It was interrupted.</exception>
    public static T Run<T>(Func<T> work, CancellationToken interrupted)
    {
        try
        {
            var result = Abandonable.Run(work, interrupted);
            interrupted.ThrowIfCancellationRequested();
            return result;
        }
        catch (Exception exception) when (interrupted.IsCancellationRequested)
        {
            throw new BadInputException(
                "Interrupted before it was done, which says nothing about the implementation.",
                ExitCode.Inconclusive,
                exception);
        }
    }
}
