using System.Text;
using System.Text.Json;
using DhpConformance.Cli;
using DhpConformance.Cli.Settings;
using DhpConformance.Engine;
using DhpConformance.Engine.Concurrency;
using DhpConformance.Engine.Histories;
using DhpConformance.Engine.KnownFailures;
using DhpConformance.Engine.Linearizability;
using DhpConformance.Engine.Merging;
using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Replay;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Scopes;
using DhpConformance.Hosting;
using DhpConformance.Hosting.OutOfProcess;
using DhpConformance.Hosting.Serving;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;
using DhpConformance.Reporting;
using DhpConformance.Reporting.Histories;
using DhpConformance.Tests.Hosting;
using DhpConformance.Tests.Hosting.Protocol;

namespace DhpConformance.Tests.Fuzzing;

/// <summary>
/// Whoever reads what others wrote, and what is done next: what is accepted has to be carried further without an
/// exception, and the reference keeps the rules whatever a replay file asks of it.
/// </summary>
/// <param name="Name">Its name, and that of the folder of its corpus.</param>
/// <param name="Read">Reads a text; what it throws but <see cref="IsRefusal"/> is a finding.</param>
internal sealed record FuzzTarget(string Name, Action<string> Read)
{
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("results", text =>
        {
            var results = Reports.Read(text);
            foreach (var format in Enum.GetValues<ReportFormat>())
            {
                Reports.Write(results, format, TextWriter.Null);
            }
        }),
        new("shards", text =>
        {
            var shards = text.Split(FuzzSeeds.BetweenShards)
                .Select((one, place) => ($"{place}.json", Reports.Read(one)))
                .ToList();
            ReadBack(ShardMerge.Merge(shards));
        }),
        new("replay", text =>
        {
            var replay = ReplayReader.Parse(text);
            using var server = new ReferenceServer();
            if (Replayer.Run(server, replay) is { } violation)
            {
                throw new InvalidOperationException($"The reference broke {violation}.");
            }

            ReplayReader.Parse(ReplayWriter.Text(replay));
        }),
        new("history", text =>
        {
            var history = HistoryReader.Parse(text);
            if (LinearizabilityChecker.InvalidData(history) is null)
            {
                var result = LinearizabilityChecker.Check(history, limit: 10_000);
                Assert.All(HistoryText.Lines(history, result), line => Assert.DoesNotContain('\n', line));
            }

            var again = HistoryReplayer.Run(() => new ReferenceServer(), history, 1, TimeSpan.FromSeconds(10));
            if (again.Broken > 0)
            {
                throw new InvalidOperationException($"The reference broke {again.Rules.Keys.First()}.");
            }

            HistoryReader.Parse(HistoryWriter.Text(history));
        }),
        new("profile", text => ProfileFile.Parse(text)),
        new("scope", text =>
        {
            var scope = ScopeFile.Parse(text);
            foreach (var kind in scope.Servers)
            {
                ScopeEstimate.States(scope.For(ProfileCatalog.All[^1], kind));
            }
        }),
        new("known-failures", text => KnownFailureList.Parse(text)),
        new("claims", text => ClaimsFile.Parse(text, "claims.json")),
        new("settings", text => SettingsFile.Parse(text)),
        new("request", text =>
        {
            using var session = new AdapterSession(new GuardedServer(new ReferenceServer()), restartPerReset: false);
            foreach (var line in text.Split('\n'))
            {
                session.Answer(Encoding.UTF8.GetBytes(line));
            }
        }),
        new("answer", text =>
        {
            using var client = new AdapterClient(new ScriptedLink(text), new HostingOptions());
            client.Initialize();
            client.Reset(Setups.Small);
            client.Apply(Setups.AssignMemory);
            client.Observe();
        }),
    ];

    // What is made of two files that make sense has to make sense.
    private static void ReadBack(RunResults merged)
    {
        try
        {
            Reports.Read(JsonSerializer.Serialize(merged, ResultsJson.Default.RunResults));
        }
        catch (UnusableFileException exception)
        {
            throw new InvalidOperationException("What was merged cannot be read.", exception);
        }
    }

    /// <summary>Whether it is the answer to a text that makes no sense: a sentence for whoever wrote it.</summary>
    public static bool IsRefusal(Exception exception) =>
        exception is UnusableFileException or HostingException or BadInputException
        && !exception.Message.Contains("System.", StringComparison.Ordinal)
        && !exception.Message.Contains("DhpConformance.Engine", StringComparison.Ordinal)
        && !exception.Message.Contains("Exception", StringComparison.Ordinal);
}
