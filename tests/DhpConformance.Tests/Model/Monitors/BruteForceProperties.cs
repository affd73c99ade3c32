using System.Globalization;
using DhpConformance.Tests.Properties;
using FsCheck.Xunit;

namespace DhpConformance.Tests.Model.Monitors;

/// <summary>
/// The monitors find nothing wrong with a log if, and only if, one of all its readings is right by
/// <c>specs/notifications.md</c>.
/// </summary>
/// <remarks>More logs than usual for each case: <c>MONITOR_LOGS</c>.</remarks>
public sealed class BruteForceProperties : IControlled
{
    private static readonly int Logs =
        int.TryParse(Environment.GetEnvironmentVariable("MONITOR_LOGS"), CultureInfo.InvariantCulture, out var logs)
            ? logs
            : 100;

    private readonly Func<CallbackReadings, MonitoredLog, bool> callbacks;
    private readonly Func<ArrivalReadings, MonitoredLog, bool> arrivals;

    public BruteForceProperties()
        : this((_, log) => log.IsRightByMonitors(), (_, log) => log.IsRightByMonitors())
    {
    }

    private BruteForceProperties(
        Func<CallbackReadings, MonitoredLog, bool> callbacks, Func<ArrivalReadings, MonitoredLog, bool> arrivals)
    {
        (this.callbacks, this.arrivals) = (callbacks, arrivals);
    }

    /// <summary>One that keeps the first reading only.</summary>
    public static IEnumerable<Control> Controls =>
    [
        new(nameof(Callbacks_have_a_right_reading_or_are_wrong), new BruteForceProperties(
            (readings, log) => readings.Permit(log, isGreedy: true), (_, log) => log.IsRightByMonitors())),
        new(nameof(Arrivals_have_a_right_reading_or_are_wrong), new BruteForceProperties(
            (_, log) => log.IsRightByMonitors(), (readings, log) => readings.Permit(log, isGreedy: true))),
    ];

    [Property]
    public void Callbacks_have_a_right_reading_or_are_wrong(int seed) => Compare(
        seed, CallbackReadings.Random, (readings, log) => readings.Permit(log), callbacks);

    [Property]
    public void Arrivals_have_a_right_reading_or_are_wrong(int seed) => Compare(
        seed, ArrivalReadings.Random, (readings, log) => readings.Permit(log), arrivals);

    [Fact]
    public void Right_and_wrong_logs_are_drawn()
    {
        var random = new Random(1);
        var verdicts = Enumerable.Range(0, 1000)
            .Select(_ => ArrivalReadings.Random(random)).Select(drawn => drawn.Readings.Permit(drawn.Log)).ToList();
        Assert.InRange(verdicts.Count(isRight => isRight), 250, 750);
    }

    private static void Compare<T>(
        int seed,
        Func<Random, (T Readings, MonitoredLog Log)> draw,
        Func<T, MonitoredLog, bool> permit,
        Func<T, MonitoredLog, bool> judged)
    {
        var random = new Random(seed);
        for (var count = 0; count < Logs; count++)
        {
            var (readings, log) = draw(random);
            var isRight = permit(readings, log);
            Assert.True(
                isRight == judged(readings, log),
                $"{(isRight ? "right" : "wrong")} by every reading, and not by the other:\n{log}");
        }
    }
}
