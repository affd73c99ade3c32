using System.Collections.Immutable;
using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Model.Consumers;

namespace DhpConformance.Engine.Consumers;

/// <summary>A trace for people, step by step: events to the left, calls indented below them.</summary>
internal static class TraceText
{
    private const int MostLines = 100;
    private const int FirstLines = 20;

    /// <summary>What was seen in each step.</summary>
    /// <param name="trace">What was seen.</param>
    /// <param name="steps">The steps.</param>
    /// <param name="upTo">The last place that is shown: the one that is wrong.</param>
    public static ImmutableArray<ConsumerMoment> Of(ConsumerTrace trace, ImmutableArray<ConsumerStep> steps, int upTo)
    {
        // What never ended is wrong one past the end.
        upTo = Math.Min(upTo, trace.Entries.Length - 1);
        var lines = Lines(trace, upTo);
        var moments = ImmutableArray.CreateBuilder<ConsumerMoment>();
        for (var number = 0; number <= trace.Steps.Length; number++)
        {
            var begin = number == 0 ? 0 : trace.Steps[number - 1].At;
            if (begin > upTo)
            {
                break;
            }

            var next = number < trace.Steps.Length ? trace.Steps[number] : null;
            var isLast = next is null || next.At > upTo;
            moments.Add(new(
                number == 0 ? "Load it"
                    : number <= steps.Length ? StepText.Of(steps[number - 1])
                    : "Let everything settle, and unload it",
                Shortened(lines[begin..(isLast ? upTo + 1 : next!.At)]),
                ConsumerPicture.Of(isLast ? trace.Entries[upTo].After : next!.Before)));
        }

        return moments.ToImmutable();
    }

    private static string[] Lines(ConsumerTrace trace, int upTo)
    {
        var lines = new string[upTo + 1];
        var depth = 0;
        for (var i = 0; i <= upTo; i++)
        {
            depth -= trace.Entries[i] is EventEnded ? 1 : 0;
            lines[i] = new string(' ', depth * 2) + Line(trace.Entries[i]) + (i == upTo ? "   <- here" : "");
            depth += trace.Entries[i] is EventBegun ? 1 : 0;
        }

        return lines;
    }

    private static ImmutableArray<string> Shortened(string[] lines) => lines.Length <= MostLines
        ? [.. lines]
        :
        [
            .. lines.Take(FirstLines),
            $"... {lines.Length - MostLines} lines ...",
            .. lines.TakeLast(MostLines - FirstLines),
        ];

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
