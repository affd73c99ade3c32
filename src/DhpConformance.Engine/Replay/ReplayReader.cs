using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Profiles;

namespace DhpConformance.Engine.Replay;

/// <summary>Reads replay files, and takes nothing that is cut short, of another version or contradictory.</summary>
public static class ReplayReader
{
    // A server that keeps each request would run out of memory, and the file would be to blame.
    private const int MostRequests = 10_000;

    /// <summary>Reads a replay file.</summary>
    /// <param name="text">The content of the file.</param>
    /// <exception cref="UnusableFileException">It cannot be replayed; the message says why and what to do.</exception>
    public static ReplayFile Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n', StringSplitOptions.TrimEntries);
        var count = lines.Length - (lines[^1].Length == 0 ? 1 : 0);
        if (count == 0)
        {
            throw new UnusableFileException("it is empty; let `dhp run` write it again.");
        }

        CheckFormat(lines[0]);
        var header = Line(lines[0], 1, ReplayJson.Default.ReplayHeader);
        if (ReplayHeaderCheck.Problem(header) is { } wrong)
        {
            throw new UnusableFileException($"line 1: {wrong}");
        }

        if (!IsFooter(lines[count - 1], count - 2))
        {
            throw new UnusableFileException(
                "it is cut short: its last line does not count the requests before it; copy it again, whole.");
        }

        var exchanges = ImmutableArray.CreateRange(
            Enumerable.Range(1, count - 2).Select(i => Line(lines[i], i + 1, ReplayJson.Default.Exchange)));
        if (exchanges.Length == 0 || exchanges[0] is not ResetExchange
            || exchanges.Count(one => one is ResetExchange) != 1)
        {
            throw new UnusableFileException("it has to have one reset, and that on line 2.");
        }

        for (var i = 0; i < exchanges.Length; i++)
        {
            if (exchanges[i] is ApplyExchange { Params.Operation: SubmitIo { Requests: > MostRequests } submit })
            {
                throw new UnusableFileException(
                    $"line {i + 2}: {submit.Requests} I/O requests at once; submit at most {MostRequests} at a time.");
            }
        }

        var replay = new ReplayFile(header, exchanges);
        return SetupFit.Problem(replay.TestCase.Setup, header) is { } problem
            ? throw new UnusableFileException($"line 2: {problem}")
            : replay;
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
            if (document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("format", out var format)
                && format.ToString() != $"{ReplayHeader.CurrentFormat}")
            {
                throw new UnusableFileException(
                    $"it has format {format}, and this version reads format {ReplayHeader.CurrentFormat}; "
                    + "use the version of the suite that wrote it.");
            }
        }
        catch (JsonException exception)
        {
            throw new UnusableFileException(
                "its first line is not JSON; a replay file is what `dhp run` writes below `failures`, or `dhp record`, "
                + "and this one may have been cut short.",
                exception);
        }
    }

    private static bool IsFooter(string line, int requests)
    {
        try
        {
            return JsonSerializer.Deserialize(line, ReplayJson.Default.ReplayFooter)?.End == requests;
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
                $"line {number} does not fit the vocabulary: {JsonMisfit.Of(exception)}; let `dhp run` write it again.",
                exception);
        }
    }
}
