using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Engine;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Results;

namespace DhpConformance.Reporting.Reading;

/// <summary>Reads results, and takes nothing that is cut short, of another version or contradictory.</summary>
internal static class ResultsReader
{
    private const string RunAgain = "copy it again, or let `dhp run` write it again";

    /// <summary>Reads results.</summary>
    /// <param name="json">The content of a <c>results.json</c>.</param>
    /// <exception cref="UnusableFileException">They cannot be used; the message says why and what to do.</exception>
    public static RunResults Parse(string json)
    {
        CheckSchema(json);
        return ResultsCheck.Problem(Deserialize(json), out var results) is { } problem
            ? throw new UnusableFileException(problem)
            : results;
    }

    // Asked before anything else is: results of another version may look like anything.
    private static void CheckSchema(string json)
    {
        try
        {
            if (StrictJson.FirstFlaw(json, refusesNullInLists: true) is { } flaw)
            {
                throw new UnusableFileException($"{flaw.TrimEnd('.')}: {RunAgain}.");
            }

            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("clients", out _))
            {
                throw new UnusableFileException(
                    "it is of a run with several clients, whose reports stand beside it; name a results.json of a run "
                    + "with one.");
            }

            if (document.RootElement.ValueKind != JsonValueKind.Object
                || !document.RootElement.TryGetProperty("schema", out var schema))
            {
                throw new UnusableFileException(IsOfConsumer(document.RootElement)
                    ? "it is of a driver or an application, and this command is for results of servers; the run has "
                        + "written the reports beside it."
                    : "it is not a results.json: it has no schema; name one that `dhp run` wrote.");
            }

            if (schema.GetRawText() != $"{RunResults.CurrentSchema}")
            {
                throw new UnusableFileException(
                    $"it has schema {Text.SafeText.Line(schema.GetRawText(), 20)}, and this version reads schema "
                    + $"{RunResults.CurrentSchema}; use the version of the suite that wrote it.");
            }

            // The footer is written last: it is what a file that was cut short and closed by hand has not.
            if (document.RootElement.EnumerateObject().Count() > 1
                && !document.RootElement.TryGetProperty("footer", out _))
            {
                throw new UnusableFileException($"it has no footer, so it was cut short; {RunAgain}.");
            }
        }
        catch (JsonException exception)
        {
            throw new UnusableFileException(
                string.IsNullOrWhiteSpace(json) ? $"it is empty; {RunAgain}."
                : $"it is cut short, or was never JSON (line {exception.LineNumber + 1}); {RunAgain}.",
                exception);
        }
    }

    private static bool IsOfConsumer(JsonElement results) => results.ValueKind == JsonValueKind.Object
        && results.TryGetProperty("consumer", out _) && results.TryGetProperty("headline", out _);

    private static RunResults? Deserialize(string json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, ResultsJson.Default.RunResults);
        }
        catch (Exception exception) when (JsonMisfit.Is(exception))
        {
            throw new UnusableFileException(
                $"it does not fit the schema: {Text.SafeText.Line(JsonMisfit.Of(exception), 400)}; {RunAgain}.",
                exception);
        }
    }
}
