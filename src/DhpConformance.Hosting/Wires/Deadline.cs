using System.Diagnostics;

namespace DhpConformance.Hosting.Wires;

/// <summary>A moment by which something has to be done, on a clock that never jumps.</summary>
internal readonly record struct Deadline
{
    // How soon an interruption is noticed, where nothing but the clock can be waited for.
    private const int SliceMilliseconds = 100;

    private readonly long moment;
    private readonly CancellationToken interrupted;

    private Deadline(long moment, CancellationToken interrupted)
    {
        this.moment = moment;
        this.interrupted = interrupted;
    }

    /// <summary>No deadline at all.</summary>
    public static Deadline Never => new(long.MaxValue, CancellationToken.None);

    /// <summary>How much time is left; zero when it has passed.</summary>
    public TimeSpan Remaining => moment == long.MaxValue
        ? Timeout.InfiniteTimeSpan
        : TimeSpan.FromTicks(Math.Max(0, Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), moment).Ticks));

    /// <summary>The same in whole milliseconds, rounded up so that nobody gives up early; -1 for never.</summary>
    public int RemainingMilliseconds => moment == long.MaxValue
        ? Timeout.Infinite
        : (int)Math.Min(int.MaxValue, Math.Ceiling(Remaining.TotalMilliseconds));

    /// <summary>Milliseconds to wait before the interruption is looked for again; -1 for as long as it takes.</summary>
    public int NextMilliseconds => !interrupted.CanBeCanceled ? RemainingMilliseconds
        : HasPassed ? 0
        : (int)Math.Min(SliceMilliseconds, (uint)RemainingMilliseconds);

    /// <summary>Whether nobody waits any longer: it is later than that, or there was an interruption.</summary>
    public bool HasPassed => interrupted.IsCancellationRequested || Stopwatch.GetTimestamp() >= moment;

    public static Deadline In(TimeSpan time, CancellationToken interrupted = default) =>
        new(Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency), interrupted);
}
