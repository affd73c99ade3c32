using System.Text.Json;
using System.Text.Json.Nodes;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Exhaustive;
using DhpConformance.Engine.Histories;
using DhpConformance.Engine.Replay;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Hosting.Protocol;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;
using DhpConformance.Reference.Mutants;
using DhpConformance.Tests.Engine.Histories;
using DhpConformance.Tests.Engine.Scopes;
using DhpConformance.Tests.Hosting;
using DhpConformance.Tests.Hosting.Protocol;
using DhpConformance.Tests.Reporting;

namespace DhpConformance.Tests.Fuzzing;

/// <summary>Inputs as the suite writes them itself, made anew so that they are of the format as it is today.</summary>
internal static class FuzzSeeds
{
    /// <summary>What stands between the results of two shards.</summary>
    public const string BetweenShards = "\n----\n";

    public static IEnumerable<string> Of(string target) => target switch
    {
        "results" =>
        [
            SampleRuns.Of(SampleRuns.Failing, SampleRuns.Failing.Profiles[0]).AsJson(),
            SampleRuns.Of(SampleRuns.Broken, SampleRuns.Broken.Profiles[0]).AsJson(),
        ],
        "shards" => [Drawn(), Explored()],
        "replay" => [Recorded(0), Recorded(1)],
        "history" =>
        [
            HistoryWriter.Text(LockedRun.Draw(2, calls: 12, clients: 3, lost: 10)),
            HistoryWriter.Text(LockedRun.Draw(3, calls: 8, clients: 2)),
        ],
        "claims" => [Claims()],
        "request" => [string.Join('\n', Samples.Requests().Select(sample => sample.Line.Trim()))],
        "answer" => [Answers()],
        _ => [],
    };

    private static string Drawn() => Both(shard => ConformanceSuite.Run(
        MutantCatalog.All.Single(mutant => mutant.Name == "accepts-larger-spare").Create,
        new() { Profiles = [ProfileCatalog.Find("windows-server-2008-x64")!], Cases = 64, Shard = shard }));

    private static string Explored() => Both(shard => ExhaustiveSuite.Run(
        () => new ReferenceServer(),
        new() { Scope = TinyScope.Definition, Profiles = [ProfileCatalog.All[^1]], Shard = shard }));

    private static string Both(Func<Shard, RunResults> run) =>
        string.Join(BetweenShards, run(new(1, 2)).AsJson(), run(new(2, 2)).AsJson());

    private static string Recorded(int number)
    {
        using var server = new ReferenceServer();
        var options = new SuiteOptions { Source = "reference", Profiles = [ProfileCatalog.All[^1]], Length = 8 };
        return ReplayWriter.Text(CaseRecorder.Record(server, options, number));
    }

    private static string Claims() => new JsonObject
    {
        ["claims"] = new JsonObject(Enum.GetValues<Claim>().Select(claim => KeyValuePair.Create(
            JsonNamingPolicy.KebabCaseLower.ConvertName($"{claim}"), (JsonNode?)true))),
        ["remarks"] = new JsonArray(new JsonObject { ["rules"] = new JsonArray("ADD-01"), ["text"] = "ours" }),
    }.ToJsonString();

    // What a whole conversation gets: a handshake, and the answers to a reset, an operation and a look.
    private static string Answers()
    {
        using var server = new ReferenceServer();
        using var writer = new ResponseWriter();
        server.Reset(Setups.Small);
        return string.Concat(
            Text(writer.Handshake(1, "1.1", server.Describe(), restartPerReset: false)),
            Text(writer.Empty(2)),
            Text(writer.Outcome(3, server.Apply(Setups.AssignMemory))),
            Text(writer.Observation(4, server.Observe())));
    }

    private static string Text(ReadOnlyMemory<byte> line) => System.Text.Encoding.UTF8.GetString(line.Span);
}
