using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Generation;

namespace DhpConformance.Engine.Concurrency;

/// <summary>
/// Draws rounds. Most are made from templates of requests that conflict, each of which would be granted alone; the
/// others have nothing to do with each other. Clients without a part in the template observe, or ask for something
/// else.
/// </summary>
/// <param name="setup">The server.</param>
/// <param name="claims">What the implementation claims: the rest would be refused.</param>
/// <param name="clients">How many clients there are, 2 or more.</param>
internal sealed class RoundGenerator(ServerSetup setup, Claims claims, int clients)
{
    private const int Attempts = 20;
    private const int DeathChance = 20;
    private const int LossChance = 3;

    /// <summary>Draws a round.</summary>
    /// <param name="seen">What the server showed last, at rest.</param>
    /// <param name="random">What it is drawn from.</param>
    public Round Draw(Observation seen, ref RandomSource random)
    {
        var templates = new RoundTemplates(new(setup, seen), claims);
        var chosen = new Round([], []);
        for (var i = 0; i < Attempts && chosen.Programs.IsEmpty; i++)
        {
            chosen = templates.Draw(ref random);
        }

        var programs = ImmutableArray.CreateBuilder<ImmutableArray<Operation?>>();
        var first = random.Below(clients);
        for (var client = 0; client < clients; client++)
        {
            var place = (client + first) % clients;
            programs.Add(place < chosen.Programs.Length
                ? Extended(chosen.Programs[place], templates, ref random)
                : Extended([], templates, ref random));
        }

        return chosen with { Programs = programs.ToImmutable() };
    }

    // A client goes on with something else now and then, and observes in between.
    private static ImmutableArray<Operation?> Extended(
        ImmutableArray<Operation?> program, RoundTemplates templates, ref RandomSource random)
    {
        var extended = program;
        while (extended.IsEmpty || (extended.Length < 3 && random.Chance(40)))
        {
            var another = random.Chance(50) ? [] : templates.Draw(ref random).Programs;
            extended = another.IsEmpty ? extended.Add(null) : extended.AddRange(another[0][..1]);
        }

        return extended;
    }

    /// <summary>
    /// Lets a client die while it asks, or an answer be lost, now and then. Client 0 lives on, since it restores what
    /// rounds leave behind.
    /// </summary>
    /// <param name="round">The round.</param>
    /// <param name="mayDie">Whether a client may die.</param>
    /// <param name="random">What it is drawn from.</param>
    public static Round WithMishap(Round round, bool mayDie, ref RandomSource random)
    {
        var chance = random.Below(100);
        List<int> asking =
        [
            .. Enumerable.Range(0, round.Programs.Length).Where(client => round.Programs[client] is [not null, ..]),
        ];
        var client = asking.Count > 0 ? asking[random.Below(asking.Count)] : 0;
        return asking.Count == 0 ? round
            : chance < DeathChance && mayDie && client > 0 ? round with { Dies = client }
            : chance is >= DeathChance and < DeathChance + LossChance ? round with { Loses = client }
            : round;
    }

    /// <summary>What client 0 does between two rounds, so that clients can get into each other's way again.</summary>
    /// <param name="seen">What the server showed last, at rest.</param>
    /// <param name="random">What it is drawn from.</param>
    public List<Operation> Restore(Observation seen, ref RandomSource random)
    {
        var view = new ServerView(setup, seen);
        var operations = new List<Operation>();
        if (claims.Has(Claim.ServiceProcessorOutages))
        {
            operations.Add(new InjectServiceProcessorOutage(true));
        }

        if (!view.IsOn)
        {
            operations.Add(new PowerOnServer());
        }

        foreach (var partition in view.In(RunState.Crashed))
        {
            operations.Add(new StopPartition(partition));
        }

        Free(view, operations, ref random);
        foreach (var partition in view.In(RunState.Stopped).Concat(view.In(RunState.Crashed)))
        {
            if (view.CanStart(partition) && random.Chance(70))
            {
                operations.Add(new StartPartition(partition));
            }
        }

        return operations;
    }

    // Each partition keeps one unit of each kind; a stopped one without any is given some.
    private void Free(ServerView view, List<Operation> operations, ref RandomSource random)
    {
        foreach (var partition in setup.Partitions.Select(one => one.Id))
        {
            UnitId[] spare =
            [
                .. view.HeldBy(partition, UnitKind.Processor).Skip(1),
                .. view.HeldBy(partition, UnitKind.MemoryModule).Skip(1),
                .. view.HeldBy(partition, UnitKind.IoHostBridge),
            ];
            var isStopped = view.In(RunState.Stopped).Contains(partition);
            if (spare.Length > 0 && random.Chance(80))
            {
                if (!isStopped && !view.In(RunState.Crashed).Contains(partition))
                {
                    operations.Add(new StopPartition(partition));
                }

                operations.AddRange(spare.Select(unit => new ReleaseUnit(unit)));
                if (!isStopped)
                {
                    operations.Add(new StartPartition(partition));
                }
            }
            else if (isStopped)
            {
                foreach (var kind in new[] { UnitKind.Processor, UnitKind.MemoryModule })
                {
                    if (view.HeldBy(partition, kind).Count == 0 && view.HeldBy(null, kind) is [.., var last])
                    {
                        operations.Add(new AssignUnit(last, partition));
                    }
                }
            }
        }
    }
}
