namespace DhpConformance.Benchmarks.Measuring;

/// <summary>What a piece of work has cost.</summary>
/// <param name="Seconds">Seconds: of processor time, or by the clock, as whoever measures says.</param>
/// <param name="Bytes">Bytes that it allocated on its thread.</param>
internal readonly record struct Cost(double Seconds, double Bytes)
{
    public static Cost operator -(Cost left, Cost right) =>
        new(left.Seconds - right.Seconds, left.Bytes - right.Bytes);

    public static Cost operator /(Cost cost, double count) => new(cost.Seconds / count, cost.Bytes / count);

    /// <summary>The processor time of the whole process: collecting garbage is part of what work costs.</summary>
    public static Cost OfProcessor(Action work)
    {
        var (before, allocated) = (Environment.CpuUsage.TotalTime, GC.GetAllocatedBytesForCurrentThread());
        work();
        return new(
            (Environment.CpuUsage.TotalTime - before).TotalSeconds,
            GC.GetAllocatedBytesForCurrentThread() - allocated);
    }

    /// <summary>The time by the clock.</summary>
    public static Cost ByTheClock(Action work)
    {
        var started = System.Diagnostics.Stopwatch.StartNew();
        work();
        return new(started.Elapsed.TotalSeconds, 0);
    }
}
