using System.Diagnostics;

namespace DhpConformance.Hosting.Wires;

/// <summary>A moment by which something has to be done, on a clock that never jumps.</summary>
internal readonly record struct Deadline
{
    private readonly long moment;

    private Deadline(long moment) => this.moment = moment;

    /// <summary>No deadline at all.</summary>
    public static Deadline Never => new(long.MaxValue);

    /// <summary>How much time is left; zero when it has passed.</summary>
    public TimeSpan Remaining => moment == long.MaxValue
        ? Timeout.InfiniteTimeSpan
        : TimeSpan.FromTicks(Math.Max(0, Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), moment).Ticks));

    /// <summary>The same in whole milliseconds, rounded up so that nobody gives up early; -1 for never.</summary>
    public int RemainingMilliseconds => moment == long.MaxValue
        ? Timeout.Infinite
        : (int)Math.Min(int.MaxValue, Math.Ceiling(Remaining.TotalMilliseconds));

    public bool HasPassed => Stopwatch.GetTimestamp() >= moment;

    public static Deadline In(TimeSpan time) =>
        new(Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency));
}
