using System.Diagnostics;

namespace DhpConformance.Hosting.Transports;

/// <summary>A moment by which something has to be done, on a clock that never jumps.</summary>
internal readonly record struct Deadline
{
    // How soon an interruption is noticed, where nothing but the clock can be waited for.
    private const int SliceMilliseconds = 100;

    private readonly long moment;
    private readonly CancellationToken interrupted;
    private readonly CancellationToken ended;

    private Deadline(long moment, CancellationToken interrupted, CancellationToken ended)
    {
        this.moment = moment;
        this.interrupted = interrupted;
        this.ended = ended;
    }

    /// <summary>No deadline at all.</summary>
    public static Deadline Never => new(long.MaxValue, CancellationToken.None, CancellationToken.None);

    /// <summary>How much time is left; zero when it has passed.</summary>
    public TimeSpan Remaining => moment == long.MaxValue
        ? Timeout.InfiniteTimeSpan
        : TimeSpan.FromTicks(Math.Max(0, Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), moment).Ticks));

    /// <summary>The same in whole milliseconds, rounded up so that nobody gives up early; -1 for never.</summary>
    public int RemainingMilliseconds => moment == long.MaxValue
        ? Timeout.Infinite
        : (int)Math.Min(int.MaxValue, Math.Ceiling(Remaining.TotalMilliseconds));

    /// <summary>Milliseconds to wait before the interruption is looked for again; -1 for as long as it takes.</summary>
    public int NextMilliseconds => !interrupted.CanBeCanceled && !ended.CanBeCanceled ? RemainingMilliseconds
        : HasPassed ? 0
        : (int)Math.Min(SliceMilliseconds, (uint)RemainingMilliseconds);

    /// <summary>
    /// Whether nobody waits any longer: it is later than that, there was an interruption, or the other side has ended.
    /// </summary>
    public bool HasPassed =>
        interrupted.IsCancellationRequested || ended.IsCancellationRequested || Stopwatch.GetTimestamp() >= moment;

    /// <param name="time">From now.</param>
    /// <param name="interrupted">Is cancelled when nobody waits any longer.</param>
    /// <param name="ended">Is cancelled when there is nobody to wait for.</param>
    public static Deadline In(
        TimeSpan time, CancellationToken interrupted = default, CancellationToken ended = default) =>
        new(Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency), interrupted, ended);
}
