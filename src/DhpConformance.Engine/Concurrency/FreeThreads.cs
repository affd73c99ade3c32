namespace DhpConformance.Engine.Concurrency;

/// <summary>
/// Runs the clients of one round on threads that go on as they like, for a server that nobody interleaves.
/// </summary>
internal static class FreeThreads
{
    /// <summary>Begins all of them, and waits for their ends.</summary>
    /// <param name="programs">What each client does.</param>
    /// <param name="patience">How long all of them together may take.</param>
    /// <returns>False if a client did not come back; its thread is left behind.</returns>
    public static bool Run(IReadOnlyList<Action> programs, TimeSpan patience)
    {
        var left = programs.Count;
        var ended = new TaskCompletionSource();
        foreach (var program in programs)
        {
            new Thread(() => Live(program)) { IsBackground = true }.Start();
        }

        return ended.Task.Wait(patience);

        void Live(Action program)
        {
            try
            {
                program();
            }
            catch (RoundEndedException)
            {
                // What it asked for stays without an answer.
            }

            if (Interlocked.Decrement(ref left) == 0)
            {
                ended.SetResult();
            }
        }
    }
}
