using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Model.Monitors;

/// <summary>A short log, right or wrong, of operations.</summary>
/// <param name="Run">The operations.</param>
/// <param name="Notices">What is said to have been delivered.</param>
/// <param name="Shown">What the first partition shows in the end; null if nobody looks then.</param>
internal sealed record MonitoredLog(
    MonitoredOperations Run, ImmutableArray<Notification> Notices, ImmutableArray<LogicalProcessor>? Shown)
{
    /// <summary>How the device of the first driver is shown in the end; null if nobody looks then.</summary>
    public DeviceState? ShownDevice { get; init; }

    /// <summary>
    /// Whether active processors and memory are those of the operation: what has changed within it stays changed.
    /// </summary>
    public bool HasRightQuantities => Notices.GroupBy(notice => notice.Operation).All(during =>
    {
        var one = Run.All[during.Key - 1];
        var (before, after) = (one.Before.Partitions[0], one.After.Partitions[0]);
        var (active, memory) = (before.ActiveProcessors, before.VisibleMemory);
        foreach (var notice in during)
        {
            if (notice.ActiveProcessors < Math.Min(active, after.ActiveProcessors)
                || notice.ActiveProcessors > Math.Max(active, after.ActiveProcessors)
                || (notice.MemoryBytes != memory && notice.MemoryBytes != after.VisibleMemory))
            {
                return false;
            }

            (active, memory) = (notice.ActiveProcessors, notice.MemoryBytes);
        }

        return true;
    });

    /// <summary>
    /// With up to three notifications left out, delivered twice, moved or changed.
    /// </summary>
    /// <param name="random">Which.</param>
    /// <param name="first">The lowest number of an operation.</param>
    /// <param name="change">A changed notification.</param>
    public MonitoredLog Spoilt(Random random, int first, Func<Notification, Notification> change)
    {
        var notices = Notices.ToList();
        for (var faults = random.Next(4); faults > 0 && notices.Count > 0; faults--)
        {
            var place = random.Next(notices.Count);
            var notice = notices[place];
            switch (random.Next(5))
            {
                case 0:
                    notices.RemoveAt(place);
                    break;
                case 1:
                    notices.Insert(random.Next(notices.Count + 1), notice);
                    break;
                case 2:
                    notices.RemoveAt(place);
                    notices.Insert(random.Next(notices.Count + 1), notice);
                    break;
                case 3:
                    notices[place] = notice with { Operation = random.Next(first, Run.Number + 1) };
                    break;
                default:
                    notices[place] = change(notice);
                    break;
            }
        }

        return this with { Notices = [.. notices.OrderBy(notice => notice.Operation)] };
    }

    /// <summary>Whether the monitors find nothing wrong.</summary>
    public bool IsRightByMonitors() => Run.FirstViolation(this) is null;

    public override string ToString() => string.Join(
        '\n',
        Run.All.Select(operation => $"{operation.Number}. {operation.Latest}")
            .Concat(Notices.Select(notice => $"{notice}"))
            .Concat(ShownDevice is { } device ? [$"shown: its device is {device}"] : Array.Empty<string>())
            .Append(Shown is { } shown ? $"shown: {string.Join(", ", shown)}" : "not shown")
            .Append($"monitors: {Run.FirstViolation(this)}"));
}
