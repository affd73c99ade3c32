using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Model.Formal;

/// <summary>A named run or a random walk of the formal model.</summary>
/// <param name="Source">Which one.</param>
/// <param name="Setup">The server.</param>
/// <param name="First">The state after a reset.</param>
/// <param name="Steps">What was asked then, one after the other.</param>
internal sealed record FormalTrace(string Source, ServerSetup Setup, string First, ImmutableArray<FormalStep> Steps)
{
    /// <summary>The traces of a file, one to a line.</summary>
    public static IEnumerable<FormalTrace> ReadAll(string file)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            yield return Read(document.RootElement);
        }
    }

    private static FormalTrace Read(JsonElement trace)
    {
        var about = trace.GetProperty("#meta");
        var states = trace.GetProperty("states");
        return new(
            about.GetProperty("source").GetString()!,
            FormalSetup.Read(about.GetProperty("setup")),
            FormalState.Whole.Text(states[0].GetProperty("state")),
            [.. states.EnumerateArray().Skip(1).Select(FormalStep.Read)]);
    }
}

/// <summary>A request, the answer that the formal model requires, and the state after it.</summary>
internal sealed record FormalStep(Operation Request, FormalAnswer Answer, string After)
{
    public static FormalStep Read(JsonElement step) => new(
        step.GetProperty("request").Deserialize(VocabularyJson.Default.Operation)!,
        FormalAnswer.Read(step),
        FormalState.Whole.Text(step.GetProperty("state")));
}
