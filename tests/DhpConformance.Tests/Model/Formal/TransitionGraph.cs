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
    private TransitionGraph(JsonElement root)
    {
        var graph = root.GetProperty("states")[0];
        FollowsLatest = graph.GetProperty("follows").GetProperty("latest").GetBoolean();
        FollowsPower = graph.GetProperty("follows").GetProperty("power").GetBoolean();
        Setup = ReadSetup(graph.GetProperty("setup"));
        Requests =
        [
            .. graph.GetProperty("requests").EnumerateArray()
                .Select(request => request.Deserialize(VocabularyJson.Default.Operation)!),
        ];
        States = [.. graph.GetProperty("states").EnumerateArray()];
        Table = [.. graph.GetProperty("table").EnumerateArray().Select(row => row.Deserialize<int[]>()!)];
        Answers = [.. graph.GetProperty("answers").EnumerateArray().Select(GraphAnswer.Read)];
    }

    public bool FollowsLatest { get; }

    public bool FollowsPower { get; }

    public ServerSetup Setup { get; }

    public ImmutableArray<Operation> Requests { get; }

    public ImmutableArray<JsonElement> States { get; }

    public ImmutableArray<int[]> Table { get; }

    public ImmutableArray<GraphAnswer> Answers { get; }

    public static TransitionGraph Read(string file)
    {
        using var zipped = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var document = JsonDocument.Parse(zipped);
        return new TransitionGraph(document.RootElement.Clone());
    }

    /// <summary>The entries of a map, which the format writes as a list of pairs.</summary>
    public static IEnumerable<(int Key, JsonElement Value)> Map(JsonElement element) =>
        element.GetProperty("#map").EnumerateArray().Select(pair => (pair[0].GetInt32(), pair[1]));

    private static ServerSetup ReadSetup(JsonElement setup) => new(
        Enum.Parse<Partitionability>(setup.GetProperty("partitionability").GetString()!, ignoreCase: true),
        [
            .. Map(setup.GetProperty("units")).Select(unit => new PartitionUnit(
                new(unit.Key),
                Word<UnitKind>(unit.Value.GetProperty("kind")),
                unit.Value.GetProperty("model").GetString()!,
                unit.Value.GetProperty("capacity").GetInt64(),
                $"SN{unit.Key}")),
        ],
        [
            .. Map(setup.GetProperty("partitions")).Select(partition => new PartitionSetup(
                new(partition.Key),
                ReadProfile(partition.Value.GetProperty("profile")),
                partition.Value.GetProperty("processorLimit").GetInt32(),
                partition.Value.GetProperty("memoryLimit").GetInt64(),
                [.. partition.Value.GetProperty("units").EnumerateArray().Select(id => new UnitId(id.GetInt32()))])),
        ]);

    private static Profile ReadProfile(JsonElement profile) => new(
        profile.GetProperty("name").GetString()!,
        "x64",
        [
            .. profile.GetProperty("capabilities").EnumerateArray().Select(cell => new Capability(
                Word<HotOperation>(cell.GetProperty("operation")), Word<UnitKind>(cell.GetProperty("kind")))),
        ],
        [.. profile.GetProperty("behaviours").EnumerateArray().Select(Word<Behaviour>)],
        profile.GetProperty("processorLimit").GetInt32());

    internal static T Word<T>(JsonElement word)
        where T : struct, Enum =>
        Enum.GetValues<T>().Single(member => Words.Of(member).Replace(' ', '-') == word.GetString());
}
