using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Histories;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;

namespace DhpConformance.Benchmarks.Workloads;

/// <summary>
/// Histories of clients that assign and release units of partitions that never run. Each unit is a register that holds
/// its owner, so that a checker for registers can judge them as well. In one of five, the answer to a call is changed.
/// </summary>
internal static class OwnerHistories
{
    public const int Clients = 3;
    public const int Units = 4;

    private const int Partitions = 2;
    private const int OneOf = 5;

    private static readonly Profile Profile = ProfileCatalog.Find("windows-server-2008-x64")!;

    private static readonly ServerSetup Setup = new(
        Partitionability.Dynamic,
        [.. Enumerable.Range(0, Units).Select(unit =>
            new PartitionUnit(new(unit), UnitKind.Processor, "cpu-a", 1, $"SN{unit}"))],
        [.. Enumerable.Range(0, Partitions).Select(partition =>
            new PartitionSetup(new(partition), Profile, Units, 1L << 30, []))]);

    /// <summary>Makes as many histories of as many calls; the same ones each time.</summary>
    public static ImmutableArray<History> Make(int count, int calls)
    {
        using var server = new ReferenceServer();
        var random = new Random(1);
        return [.. Enumerable.Range(0, count).Select(number => Make(server, random, calls, number % OneOf == 0))];
    }

    /// <summary>The same in the lines that Porcupine's side reads.</summary>
    public static string Lines(IEnumerable<History> histories)
    {
        var text = new StringBuilder();
        foreach (var history in histories)
        {
            text.Append("history\n");
            foreach (var call in history.Calls)
            {
                var (unit, partition) = call.Operation is AssignUnit assign
                    ? (assign.Unit, assign.Partition.Value)
                    : (((ReleaseUnit)call.Operation!).Unit, -1);
                var completed = call.Outcome == Outcome.Completed ? "true" : "false";
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{call.Client} {call.Invoked} {call.Ended} {unit.Value} {partition} {completed}\n");
            }
        }

        return text.ToString();
    }

    // A client calls, the server carries that out at some moment, and the client gets the answer at some later one.
    private static History Make(ReferenceServer server, Random random, int calls, bool isChanged)
    {
        server.Reset(Setup);
        var made = new List<HistoryCall>();
        var open = new HistoryCall?[Clients];
        for (long time = 0; made.Count < calls || open.Any(call => call is not null); time++)
        {
            var client = random.Next(Clients);
            if (open[client] is not { } call)
            {
                open[client] = made.Count < calls ? new(made.Count + 1, client, Request(random), time) : null;
                made.AddRange(open[client] is { } begun ? [begun] : []);
            }
            else if (call.Outcome is null)
            {
                open[client] = call with { Outcome = server.Apply(call.Operation!) };
            }
            else
            {
                made[call.Number - 1] = call with { Ended = time };
                open[client] = null;
            }
        }

        if (isChanged)
        {
            var place = random.Next(calls);
            made[place] = made[place] with { Outcome = Other(made[place]) };
        }

        var header = new HistoryHeader(
            HistoryHeader.CurrentFormat, "benchmark", "reference", Profile, Setup, [], Traits.None);
        return new(header, [.. made]);
    }

    private static Operation Request(Random random)
    {
        var unit = new UnitId(random.Next(Units));
        return random.Next(2) == 0 ? new AssignUnit(unit, new(random.Next(Partitions))) : new ReleaseUnit(unit);
    }

    private static Outcome Other(HistoryCall call) =>
        call.Outcome != Outcome.Completed ? Outcome.Completed
        : Outcome.Refused(call.Operation is AssignUnit ? RefusalReason.InUse : RefusalReason.NotAssigned);
}
