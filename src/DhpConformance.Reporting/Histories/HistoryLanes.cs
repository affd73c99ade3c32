using System.Text;
using DhpConformance.Engine.Histories;

namespace DhpConformance.Reporting.Histories;

/// <summary>
/// Draws calls as intervals, a lane for each client, time to the right. Only the order of events is drawn.
/// </summary>
internal static class HistoryLanes
{
    private const int MostCalls = 16;

    /// <summary>
    /// The calls that explain why these fit nowhere: those that overlap them, directly or by way of others, and before
    /// them those that overlapped last.
    /// </summary>
    /// <param name="history">The history.</param>
    /// <param name="stuck">The calls that fit nowhere, one or more.</param>
    public static IReadOnlyList<HistoryCall> Around(History history, IEnumerable<HistoryCall> stuck)
    {
        var last = stuck.MaxBy(call => call.Number)!;
        var first = stuck.Min(call => call.Number);
        var shown = history.Calls.TakeWhile(call => call.Invoked < last.Returned).ToList();
        var from = shown.FindIndex(call => call.Number == first);
        while (from > 0 && shown.Count - from < MostCalls && !IsExplained(shown, from))
        {
            from--;
        }

        return [.. shown.Skip(Math.Max(from, shown.Count - MostCalls))];
    }

    /// <summary>The calls for whose answers somebody waits at the end.</summary>
    public static IEnumerable<HistoryCall> Waiting(History history) =>
        history.Calls.Where(call => call.Ended is null);

    /// <summary>A line for each client.</summary>
    /// <param name="calls">The calls, in the order of their beginning.</param>
    public static IEnumerable<string> Lines(IReadOnlyList<HistoryCall> calls)
    {
        var times = calls.SelectMany(call => new[] { call.Invoked, End(call) }).Distinct().Order().ToList();
        var step = calls.Max(call => $"{call.Number}".Length) + 3;
        foreach (var lane in calls.GroupBy(call => call.Client).OrderBy(lane => lane.Key))
        {
            var line = new StringBuilder($"client {lane.Key}  ");
            var margin = line.Length;
            foreach (var call in lane)
            {
                line.Append(' ', margin + (times.IndexOf(call.Invoked) * step) - line.Length);
                var width = (times.IndexOf(End(call)) - times.IndexOf(call.Invoked)) * step;
                var inner = $"{call.Number}".PadLeft((width - 1 + $"{call.Number}".Length) / 2, '-');
                line.Append('|').Append(inner.PadRight(width - 2, '-')).Append(call.IsLost ? '>' : '|');
            }

            yield return line.ToString();
        }
    }

    /// <summary>When a call ended, or nobody waited for it any more; late if neither was so.</summary>
    public static long End(HistoryCall call) => call.Ended ?? long.MaxValue;

    // Nothing is open where they begin, and two of them overlap.
    private static bool IsExplained(List<HistoryCall> calls, int from)
    {
        var shown = calls.Skip(from).ToList();
        return calls.Take(from).All(call => End(call) <= shown[0].Invoked)
            && shown.Any(call => shown.Any(other => other.Number > call.Number && call.Overlaps(other)));
    }
}
