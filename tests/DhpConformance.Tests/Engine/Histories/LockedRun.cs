using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Histories;
using DhpConformance.Engine.Profiles;
using DhpConformance.Model.Profiles;
using DhpConformance.Reference;

namespace DhpConformance.Tests.Engine.Histories;

/// <summary>
/// A history of several clients and a server behind one lock: each call takes effect at one moment between its
/// beginning and its answer. Drawn from a seed, without threads.
/// </summary>
internal sealed class LockedRun
{
    private readonly Random random;
    private readonly IPartitionableServer server;
    private readonly List<HistoryCall> calls = [];
    private readonly Dictionary<int, HistoryCall> open = [];
    private readonly HashSet<int> done = [];
    private long time;

    private LockedRun(int seed, IPartitionableServer server) => (random, this.server) = (new Random(seed), server);

    /// <summary>Draws a history.</summary>
    /// <param name="seed">Where everything is drawn from.</param>
    /// <param name="calls">How many calls.</param>
    /// <param name="clients">How many clients.</param>
    /// <param name="round">After how many calls all wait for each other and one observes; 0 for never.</param>
    /// <param name="lost">How many of 100 answers are lost.</param>
    /// <param name="server">The server; the reference if none is given.</param>
    public static History Draw(
        int seed, int calls, int clients, int round = 0, int lost = 0, IPartitionableServer? server = null)
    {
        var setup = Setup(seed);
        using var own = server ?? new ReferenceServer();
        own.Reset(setup);
        var run = new LockedRun(seed, own);
        for (var done = 0; done < calls; done += round == 0 ? calls : round)
        {
            run.Round(setup, Math.Min(round == 0 ? calls : round - 1, calls - done), clients, lost);
            run.Observe();
        }

        var declared = own.Describe().Claims;
        return new(
            new(
                HistoryHeader.CurrentFormat, "test", "reference", setup.Partitions[0].Profile, setup,
                [.. declared], declared.Traits),
            [.. run.calls.OrderBy(call => call.Number)]);
    }

    /// <summary>A server with a setup, on which much can go on.</summary>
    public static ServerSetup Setup(int seed)
    {
        var profile = seed % 2 == 0 ? SelfTestProfiles.Find("hot-everything")! : ProfileCatalog.All[^1];
        ImmutableArray<PartitionUnit> units =
        [
            .. Enumerable.Range(0, 12).Select(id => new PartitionUnit(
                new(id), id < 6 ? UnitKind.Processor : id < 10 ? UnitKind.MemoryModule : UnitKind.IoHostBridge,
                "a", id < 6 ? 1 : id < 10 ? 1 << 30 : 0, $"S{id}")),
        ];
        return new(
            Partitionability.Dynamic,
            units,
            [
                new(new(0), profile, 3, 3L << 30, [new(0), new(6)]),
                new(new(1), profile, 64, 64L << 30, [new(1), new(7)]),
            ]);
    }

    private void Round(ServerSetup setup, int count, int clients, int lost)
    {
        for (var begun = 0; begun < count || open.Count > 0;)
        {
            var client = random.Next(clients);
            if (!open.TryGetValue(client, out var call))
            {
                if (begun < count)
                {
                    open[client] = new(calls.Count + open.Count + 1, client, Operation(setup), time++);
                    begun++;
                }
            }
            else if (done.Add(client))
            {
                open[client] = call.Operation is { } operation
                    ? call with { Outcome = server.Apply(operation) }
                    : call with { Observation = server.Observe() };
            }
            else
            {
                Answer(client, call, random.Next(100) < lost);
            }
        }
    }

    private void Answer(int client, HistoryCall call, bool isLost)
    {
        calls.Add(call with
        {
            Ended = time++,
            Outcome = isLost ? null : call.Outcome,
            Observation = isLost ? null : call.Observation,
        });
        open.Remove(client);
        done.Remove(client);
    }

    private void Observe()
    {
        var call = new HistoryCall(calls.Count + 1, 0, null, time++);
        calls.Add(call with { Observation = server.Observe(), Ended = time++ });
    }

    private Operation? Operation(ServerSetup setup)
    {
        var unit = new UnitId(random.Next(setup.Units.Length));
        var other = new UnitId(random.Next(setup.Units.Length));
        var partition = new PartitionId(random.Next(setup.Partitions.Length));
        return random.Next(16) switch
        {
            0 or 1 => new AssignUnit(unit, partition),
            2 => new ReleaseUnit(unit),
            3 => new SwitchUnitPower(unit, random.Next(2) == 0 ? UnitPower.On : UnitPower.Off),
            4 or 5 => new StartPartition(partition),
            6 => new StopPartition(partition),
            7 => random.Next(4) > 0 ? new RestartPartition(partition) : new InjectPartitionError(partition),
            8 => random.Next(5) > 0 ? new PowerOnServer() : new PowerOffServer(),
            9 => random.Next(5) > 0 ? new InjectServiceProcessorOutage(true) : new InjectServiceProcessorOutage(false),
            10 => new HotReplace(partition, unit, other),
            11 => new HotRemove(partition, unit),
            12 or 13 => new HotAdd(partition, unit),
            _ => null,
        };
    }
}
