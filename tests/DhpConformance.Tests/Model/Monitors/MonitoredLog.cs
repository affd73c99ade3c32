using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Model.Monitors;

/// <summary>A short log, right or wrong, of operations.</summary>
/// <param name="Run">The operations.</param>
/// <param name="Told">What is said to have been delivered.</param>
/// <param name="Shown">What the first partition shows in the end; null if nobody looks then.</param>
internal sealed record RandomLog(
    MonitoredOperations Run, ImmutableArray<Notification> Told, ImmutableArray<LogicalProcessor>? Shown)
{
    /// <summary>
    /// With up to three notifications left out, told twice, moved or told otherwise.
    /// </summary>
    /// <param name="random">Which.</param>
    /// <param name="first">The lowest number of an operation.</param>
    /// <param name="change">A notification told otherwise.</param>
    public RandomLog Spoilt(Random random, int first, Func<Notification, Notification> change)
    {
        var told = Told.ToList();
        for (var faults = random.Next(4); faults > 0 && told.Count > 0; faults--)
        {
            var place = random.Next(told.Count);
            var notice = told[place];
            switch (random.Next(5))
            {
                case 0:
                    told.RemoveAt(place);
                    break;
                case 1:
                    told.Insert(random.Next(told.Count + 1), notice);
                    break;
                case 2:
                    told.RemoveAt(place);
                    told.Insert(random.Next(told.Count + 1), notice);
                    break;
                case 3:
                    told[place] = notice with { Operation = random.Next(first, Run.Number + 1) };
                    break;
                default:
                    told[place] = change(notice);
                    break;
            }
        }

        return this with { Told = [.. told.OrderBy(notice => notice.Operation)] };
    }

    /// <summary>Whether the monitors find nothing wrong.</summary>
    public bool IsRightByMonitors() => Run.FirstViolation(Told, Shown) is null;

    public override string ToString() => string.Join(
        '\n',
        Run.All.Select(operation => $"{operation.Number}. {operation.Latest}")
            .Concat(Told.Select(notice => $"{notice}"))
            .Append(Shown is { } shown ? $"shown: {string.Join(", ", shown)}" : "not shown")
            .Append($"monitors: {Run.FirstViolation(Told, Shown)}"));
}
