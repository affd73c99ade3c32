using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Profiles;

namespace DhpConformance.Engine.Histories;

/// <summary>Reads histories, and takes nothing that is cut short, of another version or contradictory.</summary>
public static class HistoryReader
{
    /// <summary>Whether a text looks like a history, rather than a replay file: its first line has a setup.</summary>
    /// <param name="text">The content of the file.</param>
    public static bool IsHistory(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            using var document = JsonDocument.Parse(text.Split('\n', 2)[0]);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("setup", out _);
        }
        catch (Exception exception) when (JsonMisfit.Is(exception))
        {
            return false;
        }
    }

    /// <summary>Reads a history.</summary>
    /// <param name="text">The content of the file.</param>
    /// <exception cref="UnusableFileException">It cannot be judged; the message says why, where and what to
    /// do.</exception>
    public static History Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n', StringSplitOptions.TrimEntries);
        var count = lines.Length - (lines[^1].Length == 0 ? 1 : 0);
        if (count == 0)
        {
            throw new UnusableFileException("it is empty; record it again.");
        }

        CheckFormat(lines[0]);
        var header = Line(lines[0], 1, HistoryJson.Default.HistoryHeader);
        if (HistoryHeaderCheck.Problem(header) is { } wrong)
        {
            throw new UnusableFileException($"line 1: {wrong}");
        }

        if (count == 1)
        {
            throw new UnusableFileException(
                "line 1: it is cut short: nothing follows the line that says what it is about; copy it again, whole.");
        }

        if (!IsFooter(lines[count - 1], count - 2))
        {
            throw new UnusableFileException(
                $"line {count}: it is cut short, for its last line does not count the {count - 2} events before it; "
                    + "copy "
                + "it again, whole.");
        }

        var calls = new HistoryCalls();
        for (var line = 2; line < count; line++)
        {
            if (calls.Add(Line(lines[line - 1], line, HistoryJson.Default.HistoryEvent), line) is { } problem)
            {
                throw new UnusableFileException($"line {line}: {problem}");
            }
        }

        return new(header, calls.All);
    }

    // Asked before anything else is: the lines of another version may look like anything.
    private static void CheckFormat(string line)
    {
        try
        {
            if (StrictJson.FirstFlaw(line) is { } flaw)
            {
                throw new UnusableFileException($"line 1: {flaw}");
            }

            using var document = JsonDocument.Parse(line);
            var format = document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("format", out var found) ? $"{found}" : "none";
            if (format != $"{HistoryHeader.CurrentFormat}")
            {
                throw new UnusableFileException(
                    $"line 1: its format is {format}, and this version reads format {HistoryHeader.CurrentFormat}; "
                    + "`dhp specs concurrency.md` describes it.");
            }
        }
        catch (JsonException exception)
        {
            throw new UnusableFileException(
                "line 1: it is not JSON; a history begins with a line that says what it is about, which `dhp specs "
                + "concurrency.md` describes.",
                exception);
        }
    }

    private static bool IsFooter(string line, int events)
    {
        try
        {
            return JsonSerializer.Deserialize(line, HistoryJson.Default.HistoryFooter)?.End == events;
        }
        catch (Exception exception) when (JsonMisfit.Is(exception))
        {
            return false;
        }
    }

    private static T Line<T>(string json, int number, JsonTypeInfo<T> type)
    {
        try
        {
            return StrictJson.FirstFlaw(json, refusesNullInLists: true) is { } flaw
                ? throw new UnusableFileException($"line {number}: {flaw}")
                : JsonSerializer.Deserialize(json, type)
                ?? throw new UnusableFileException($"line {number} is null, where an object belongs.");
        }
        catch (Exception exception) when (JsonMisfit.Is(exception))
        {
            throw new UnusableFileException(
                $"line {number} does not fit the vocabulary: {JsonMisfit.Of(exception)}; `dhp specs "
                + "history.schema.json` shows what does.",
                exception);
        }
    }
}
