namespace DhpConformance.Cli;

/// <summary>
/// Work that calls what somebody else has written, and may never end. After an interruption it is left behind, and
/// whatever it has found until then is not told: an adapter that is cut short looks like one that broke.
/// </summary>
internal static class Interruptible
{
    // Longer than a process is given to end by itself.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    /// <summary>Does it, and throws what it throws.</summary>
    /// <exception cref="BadInputException">It was interrupted.</exception>
    public static T Run<T>(Func<T> work, CancellationToken interrupted)
    {
        var task = Task.Factory.StartNew(
            work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var ended = ((IAsyncResult)task).AsyncWaitHandle;
        WaitHandle.WaitAny([ended, interrupted.WaitHandle]);
        if (!interrupted.IsCancellationRequested)
        {
            return task.GetAwaiter().GetResult();
        }

        ended.WaitOne(Grace);
        throw new BadInputException(
            "Interrupted before it was done, which says nothing about the implementation.", ExitCode.Inconclusive);
    }
}
