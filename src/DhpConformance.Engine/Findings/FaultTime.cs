using System.Diagnostics;

namespace DhpConformance.Engine.Findings;

/// <summary>
/// The time that a run spends on making faults small, in all of its profiles: where an implementation breaks each
/// attempt may cost a process, and nobody waits minutes for a shorter way to the same crash.
/// </summary>
/// <param name="whole">How much there is.</param>
internal sealed class FaultTime(TimeSpan whole)
{
    private long spent;

    /// <summary>Does what takes time, and lets it know when there is no more.</summary>
    /// <param name="work">Is given a token that is cancelled when the time is over, or at an interruption.</param>
    /// <param name="cancellation">The interruption.</param>
    public T Spend<T>(Func<CancellationToken, T> work, CancellationToken cancellation)
    {
        var left = whole - TimeSpan.FromTicks(Interlocked.Read(ref spent));
        var clock = Stopwatch.StartNew();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        over.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.Zero);
        try
        {
            return work(over.Token);
        }
        finally
        {
            Interlocked.Add(ref spent, clock.Elapsed.Ticks);
        }
    }
}
