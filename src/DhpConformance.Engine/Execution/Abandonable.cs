using System.Runtime.ExceptionServices;

namespace DhpConformance.Engine.Execution;

/// <summary>
/// Work that may never end, because it calls what somebody else has written. After an interruption it is waited for a
/// little longer, and then left behind: its threads end with the process.
/// </summary>
public static class Abandonable
{
    // Longer than a process is given to end by itself.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    /// <summary>Does it on a thread of its own, and throws what it throws.</summary>
    /// <param name="work">What may never end.</param>
    /// <param name="cancellation">After this it is waited for at most 3 s more.</param>
    /// <exception cref="OperationCanceledException">It was left behind.</exception>
    public static T Run<T>(Func<T> work, CancellationToken cancellation)
    {
        T? result = default;
        var (ended, thrown) = Run(1, () => result = work(), cancellation);
        if (thrown is not null)
        {
            ExceptionDispatchInfo.Throw(thrown);
        }

        return ended ? result! : throw new OperationCanceledException(cancellation);
    }

    /// <summary>Does it on so many threads, and waits for all of them.</summary>
    /// <returns>Whether all of them have ended, and what one of them threw; null for nothing.</returns>
    internal static (bool Ended, Exception? Thrown) Run(int count, Action work, CancellationToken cancellation)
    {
        Exception? thrown = null;
        var left = count;
        var ended = new TaskCompletionSource();
        for (var i = 0; i < count; i++)
        {
            new Thread(Try) { IsBackground = true }.Start();
        }

        WaitHandle.WaitAny([((IAsyncResult)ended.Task).AsyncWaitHandle, cancellation.WaitHandle]);
        return (ended.Task.Wait(Grace, CancellationToken.None), thrown);

        // An exception that leaves a thread would end the process.
        void Try()
        {
            try
            {
                work();
            }
            catch (Exception exception)
            {
                thrown = exception;
            }

            if (Interlocked.Decrement(ref left) == 0)
            {
                ended.SetResult();
            }
        }
    }
}
