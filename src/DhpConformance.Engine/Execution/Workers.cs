using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Execution;

/// <summary>Threads that share one piece of work, each with a server of its own.</summary>
internal static class Workers
{
    /// <summary>Does it on so many threads.</summary>
    /// <returns>False if one was left behind after an interruption, since it did not come back.</returns>
    /// <exception cref="ServerFaultException">
    /// Something was thrown. What servers do while they are driven is judged, so one could not be made or given back.
    /// </exception>
    public static bool Run(int count, Action work, CancellationToken cancellation)
    {
        var (ended, thrown) = Abandonable.Run(count, work, cancellation);
        return thrown is null || cancellation.IsCancellationRequested
            ? ended
            : throw new ServerFaultException(
                ServerFault.CouldNotStart,
                $"A server could not be made or given back: {thrown.Message}",
                innerException: thrown);
    }
}
