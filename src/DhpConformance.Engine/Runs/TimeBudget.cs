using System.Diagnostics;

namespace DhpConformance.Engine.Runs;

/// <summary>
/// How long cases may be drawn. Each profile gets an equal part of what is left, so that the last one has its turn.
/// </summary>
/// <param name="whole">The time there is; null for as long as it takes.</param>
internal sealed class TimeBudget(TimeSpan? whole)
{
    private readonly Stopwatch clock = Stopwatch.StartNew();

    /// <summary>The part of the next profile.</summary>
    /// <param name="left">How many profiles are left, this one among them.</param>
    public Share Next(int left) => whole is { } time
        ? new(clock, clock.Elapsed + (Max(time - clock.Elapsed) / left), time)
        : new(clock, TimeSpan.MaxValue, null);

    private static TimeSpan Max(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;

    /// <summary>The part of one profile.</summary>
    internal sealed class Share(Stopwatch clock, TimeSpan until, TimeSpan? whole)
    {
        /// <summary>Whether it is used up.</summary>
        public bool IsOver => clock.Elapsed >= until;

        /// <summary>The time of the whole run; null for as long as it takes.</summary>
        public TimeSpan? Whole => whole;
    }
}
