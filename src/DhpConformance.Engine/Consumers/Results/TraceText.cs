using System.Collections.Immutable;
using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Model.Consumers;

namespace DhpConformance.Engine.Consumers;

/// <summary>A trace as lines for people: events to the left, calls indented below them.</summary>
internal static class TraceText
{
    private const int MostLines = 400;

    public static ImmutableArray<string> Of(ConsumerTrace trace, int upTo)
    {
        var lines = new List<string>();
        var depth = 0;
        for (var i = 0; i < trace.Entries.Length && i <= upTo; i++)
        {
            depth -= trace.Entries[i] is EventEnded ? 1 : 0;
            lines.Add(new string(' ', depth * 2) + Line(trace.Entries[i]) + (i == upTo ? "   <- here" : ""));
            depth += trace.Entries[i] is EventBegun ? 1 : 0;
        }

        return lines.Count <= MostLines
            ? [.. lines]
            : [.. lines.Take(20), $"... {lines.Count - MostLines} lines ...", .. lines.TakeLast(MostLines - 20)];
    }

    private static string Line(TraceEntry entry) => entry switch
    {
        EventBegun begun => $"> {Members(JsonSerializer.Serialize(begun.Event, ConsumerJson.Default.ConsumerEvent))}",
        EventEnded ended => $"< {Status(ended.Answer)}",
        Called called => $"{Members(JsonSerializer.Serialize(called.Call, ConsumerJson.Default.SystemCall))} = "
            + (called.Answer.Succeeded ? $"{called.Answer.Value}" : $"error 0x{called.Answer.Status:X8}"),
        Happened happened => $"* {Words.Of(happened.What)}",
        _ => "",
    };

    private static string Status(ConsumerAnswer answer) =>
        answer.BugCheck is { } bug ? $"broke: {bug}"
        : answer.Status == ConsumerAnswer.Pending ? "pending"
        : answer.Status >= 0 ? "success"
        : $"error 0x{answer.Status:X8}";

    // {"call":"free","allocation":3} reads: free allocation 3
    private static string Members(string json)
    {
        using var document = JsonDocument.Parse(json);
        return string.Join(' ', document.RootElement.EnumerateObject().Select((member, index) => index == 0
            ? member.Value.GetString()
            : $"{member.Name} {Value(member)}"));
    }

    private static string Value(JsonProperty member) =>
        member.Name is "mask" or "address" && member.Value.TryGetUInt64(out var bits) ? $"0x{bits:X}"
            : $"{member.Value}";
}
