using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DhpConformance.Engine.Histories;

/// <summary>Writes histories; <c>specs/concurrency.md</c> describes the format.</summary>
public static class HistoryWriter
{
    /// <summary>The content of a file.</summary>
    /// <param name="history">The history.</param>
    public static string Text(History history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var events = history.Calls.SelectMany(Events).OrderBy(one => one.At).ToList();
        using var writer = new StringWriter { NewLine = "\n" };
        Line(history.Header, HistoryJson.Default.HistoryHeader);
        events.ForEach(one => Line(one, HistoryJson.Default.HistoryEvent));
        Line(new HistoryFooter(events.Count), HistoryJson.Default.HistoryFooter);
        return writer.ToString();

        void Line<T>(T value, JsonTypeInfo<T> type) => writer.WriteLine(JsonSerializer.Serialize(value, type));
    }

    private static IEnumerable<HistoryEvent> Events(HistoryCall call)
    {
        yield return call.Operation is { } operation
            ? new InvokeEvent(call.Invoked, call.Client, operation)
            : new ObserveEvent(call.Invoked, call.Client);
        if (call.Ended is { } ended)
        {
            yield return call.Outcome is { } outcome ? new ReturnEvent(ended, call.Client, outcome)
                : call.Observation is { } observation ? new ObservedEvent(ended, call.Client, observation)
                : new LostEvent(ended, call.Client);
        }
    }
}
