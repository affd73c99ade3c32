using System.Collections.Immutable;
using System.Globalization;
using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Model.Monitors;

/// <summary>
/// The monitors of rebalances, hot replaces and I/O find nothing wrong with a log if, and only if, one of all its
/// readings is right by <c>specs/notifications.md</c>: for every short log, and for longer ones that are right up
/// to the last one.
/// </summary>
/// <remarks>Longer logs than usual: <c>MONITOR_LENGTH</c>.</remarks>
public sealed class ShortLogTests
{
    // Up to this length every log.
    private static readonly int Length =
        int.TryParse(Environment.GetEnvironmentVariable("MONITOR_LENGTH"), CultureInfo.InvariantCulture, out var length)
            ? length
            : 2;

    private static readonly DeviceState?[] Shown = [.. Enum.GetValues<DeviceState>().Select(one => (DeviceState?)one)];

    public static TheoryData<string> Names => [.. DeviceAlphabets.All.Select(alphabet => alphabet.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Monitors_agree_with_every_reading(string name) =>
        Problems.None(Differences(name, Length, log => log.IsRightByMonitors()).Take(3));

    [Theory]
    [MemberData(nameof(Names))]
    public void Right_and_wrong_logs_are_compared(string name)
    {
        var verdicts = Logs(name, Length).Select(log => log.IsRightByMonitors()).ToList();
        Assert.InRange(verdicts.Count(isRight => isRight), 8, verdicts.Count / 2);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_judge_that_lets_the_last_notification_pass_is_noticed(string name) => Assert.NotEmpty(Differences(
        name, 2, log => (log with { Notices = [.. log.Notices.SkipLast(1)] }).IsRightByMonitors()));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_judge_that_wants_nothing_delivered_is_noticed(string name) =>
        Assert.NotEmpty(Differences(name, 2, log => log.Notices.IsEmpty && log.IsRightByMonitors()));

    [Theory]
    [InlineData("rebalance of a device that accepts")]
    [InlineData("rebalances for two logical processors")]
    public void A_judge_that_keeps_the_first_reading_only_is_noticed(string name) =>
        Assert.NotEmpty(Differences(name, 2, log => new DeviceReadings(log).Permit(isGreedy: true)));

    private static IEnumerable<string> Differences(string name, int all, Func<MonitoredLog, bool> judged) =>
        from log in Logs(name, all)
        let isRight = new DeviceReadings(log).Permit()
        where isRight != judged(log)
        select $"{(isRight ? "right" : "wrong")} by every reading, and not by the other:\n{log}";

    // A hot replace of two drivers takes eight inputs; of the others, fewer show all there is.
    private static IEnumerable<MonitoredLog> Logs(string name, int all)
    {
        var alphabet = DeviceAlphabets.All.Single(one => one.Name == name);
        var longest = all + (name.StartsWith("replace:", StringComparison.Ordinal) ? 6 : 2);
        var sequences = new Queue<ImmutableArray<MonitorInput>>([[]]);
        while (sequences.TryDequeue(out var sequence))
        {
            if (alphabet.Log(sequence) is not { } log)
            {
                continue;
            }

            yield return log;
            if (log.Run.After.ConsumerState?.Find(new(0)) is not null && new DeviceReadings(log).Permit())
            {
                foreach (var state in Shown)
                {
                    yield return log with { ShownDevice = state };
                }
            }

            if (sequence.Length < all
                || (sequence.Length < longest && new DeviceReadings(log).Permit(mayGoOn: true)))
            {
                foreach (var input in alphabet.Inputs)
                {
                    sequences.Enqueue(sequence.Add(input));
                }
            }
        }
    }
}
