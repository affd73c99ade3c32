using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Model.Formal;

/// <summary>
/// A whole transition graph as the formal model wrote it; <c>specs/formal/README.md</c> describes the format.
/// </summary>
internal sealed class TransitionGraph
{
    private readonly ImmutableArray<int[]> table;
    private readonly ImmutableArray<(FormalAnswer Answer, int To)> answers;

    private TransitionGraph(JsonElement graph)
    {
        Form = FormalState.Following(graph.GetProperty("follows"));
        Setup = FormalSetup.Read(graph.GetProperty("setup"));
        Requests =
        [
            .. graph.GetProperty("requests").EnumerateArray()
                .Select(request => request.Deserialize(VocabularyJson.Default.Operation)!),
        ];
        States = [.. graph.GetProperty("states").EnumerateArray().Select(Form.Text)];
        table = [.. graph.GetProperty("table").EnumerateArray().Select(row => row.Deserialize<int[]>()!)];
        answers =
        [
            .. graph.GetProperty("answers").EnumerateArray()
                .Select(answer => (FormalAnswer.Read(answer), answer.GetProperty("to").GetInt32())),
        ];
    }

    /// <summary>What of a state the graph follows.</summary>
    public FormalState Form { get; }

    public ServerSetup Setup { get; }

    public ImmutableArray<Operation> Requests { get; }

    /// <summary>Every state, the one after a reset first.</summary>
    public ImmutableArray<string> States { get; }

    /// <summary>How many pairs of a state and a request there are.</summary>
    public long Pairs => (long)States.Length * Requests.Length;

    public static TransitionGraph Read(string file)
    {
        using var zipped = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var document = JsonDocument.Parse(zipped);
        return new TransitionGraph(document.RootElement.GetProperty("states")[0]);
    }

    /// <summary>The answer to a request in a state, and the state after it, by their places.</summary>
    public (FormalAnswer Answer, int Next) Answer(int state, int request)
    {
        var (answer, to) = answers[table[state][request]];
        return (answer, to < 0 ? state : to);
    }
}
