using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Campaigns;

/// <summary>Threads that share one piece of work, each with a server of its own.</summary>
internal static class Workers
{
    /// <summary>Does it on so many threads, the calling one among them.</summary>
    /// <exception cref="ServerFaultException">
    /// Something was thrown. What servers do while they are driven is judged, so one could not be made or given back.
    /// </exception>
    public static void Run(int count, Action work)
    {
        Exception? broken = null;
        var threads = Enumerable.Range(1, count - 1).Select(_ => new Thread(Try) { IsBackground = true }).ToList();
        threads.ForEach(thread => thread.Start());
        Try();
        threads.ForEach(thread => thread.Join());
        if (broken is not null)
        {
            throw new ServerFaultException(
                ServerFault.CouldNotStart,
                $"A server could not be made or given back: {broken.Message}",
                innerException: broken);
        }

        // An exception that leaves a thread would end the process.
        void Try()
        {
            try
            {
                work();
            }
            catch (Exception exception)
            {
                broken = exception;
            }
        }
    }
}
