using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Generation;

namespace DhpConformance.Engine.Concurrency;

/// <summary>
/// Requests that get into each other's way, by what a server showed last. A template that the server has no room for
/// has no programs.
/// </summary>
/// <param name="view">What the server showed.</param>
/// <param name="claims">What the implementation claims.</param>
internal sealed class RoundTemplates(ServerView view, Claims claims)
{
    private static readonly Round Nothing = new([], []);

    private readonly List<PartitionId> running = view.In(RunState.Running);
    private readonly List<PartitionId> stopped = view.In(RunState.Stopped);

    /// <summary>Draws a template; one without programs if it does not fit.</summary>
    public Round Draw(ref RandomSource random) => random.Below(16) switch
    {
        0 or 1 => Adds(isSameUnit: true, isSamePartition: false, ref random),
        2 or 3 => Adds(isSameUnit: false, isSamePartition: true, ref random),
        4 => Adds(isSameUnit: false, isSamePartition: false, ref random),
        5 => OneSpare(ref random),
        6 => ReplaceAndAdd(ref random),
        7 or 8 => ReplaceAndObserve(ref random),
        9 => StartAndRelease(ref random),
        10 => Twice(ref random),
        11 or 12 => AddAndDisturbance(ref random),
        13 => Assigns(ref random),
        14 => FailingAdd(ref random),
        _ => ReplaceAndStop(ref random),
    };

    private Round Adds(bool isSameUnit, bool isSamePartition, ref RandomSource random)
    {
        if (!Some(running, ref random, out var one) || !Addable(one, ref random, out var unit))
        {
            return Nothing;
        }

        var others = running.Where(partition => partition == one == isSamePartition).ToList();
        var units = isSameUnit ? [unit] : OfKind(unit, isSamePartition).ToList();
        return Some(others, ref random, out var other) && Some(units, ref random, out var second)
            ? Of(new HotAdd(one, unit), new HotAdd(other, second))
            : Nothing;
    }

    private Round OneSpare(ref RandomSource random)
    {
        if (!Replacement(ref random, out var replace))
        {
            return Nothing;
        }

        var targets = running
            .SelectMany(partition => view.HeldBy(partition, view.Unit(replace.Target).Kind)
                .Where(unit => unit != replace.Target)
                .Select(unit => new HotReplace(partition, unit, replace.Spare)))
            .ToList();
        return Some(targets, ref random, out var other) ? Of(replace, other) : Nothing;
    }

    private Round ReplaceAndAdd(ref RandomSource random) =>
        Replacement(ref random, out var replace)
            ? Of(replace, new HotAdd(random.Chance(60) ? replace.Partition : Any(running, ref random), replace.Spare))
            : Nothing;

    private Round ReplaceAndObserve(ref RandomSource random) =>
        Replacement(ref random, out var replace) ? new([], [[replace], [null, null, null]]) : Nothing;

    private Round ReplaceAndStop(ref RandomSource random) =>
        Replacement(ref random, out var replace)
            ? Of(replace, new StopPartition(replace.Partition), new RestartPartition(replace.Partition))
            : Nothing;

    private Round StartAndRelease(ref RandomSource random)
    {
        var partitions = stopped.Where(view.CanStart).ToList();
        if (!Some(partitions, ref random, out var partition))
        {
            // Then there will be one next time.
            return Some(running, ref random, out var runs)
                ? new([new StopPartition(runs)], [[new StartPartition(runs)], Release(runs)])
                : Nothing;
        }

        return new([], [[new StartPartition(partition)], Release(partition)]);
    }

    private ImmutableArray<Operation?> Release(PartitionId partition) =>
        [new ReleaseUnit(view.HeldBy(partition, UnitKind.MemoryModule, UnitKind.Processor)[0])];

    private Round Twice(ref RandomSource random) =>
        random.Chance(50) && Some([.. stopped.Where(view.CanStart)], ref random, out var partition)
            ? Of(new StartPartition(partition), new StartPartition(partition))
        : Some(running, ref random, out var runs)
            ? Of(new StopPartition(runs), random.Chance(50) ? new StopPartition(runs) : new RestartPartition(runs))
            : Nothing;

    private Round AddAndDisturbance(ref RandomSource random)
    {
        if (!Some(running, ref random, out var partition) || !Addable(partition, ref random, out var unit))
        {
            return Nothing;
        }

        Operation disturbance = random.Below(5) switch
        {
            0 => new PowerOffServer(),
            1 when claims.Has(Claim.ServiceProcessorOutages) => new InjectServiceProcessorOutage(false),
            2 when claims.Has(Claim.PartitionErrors) => new InjectPartitionError(partition),
            3 => new RestartPartition(partition),
            _ => new StopPartition(partition),
        };
        return Of(new HotAdd(partition, unit), disturbance);
    }

    private Round Assigns(ref RandomSource random) =>
        Some(stopped, ref random, out var one)
        && Some(view.HeldBy(null, Enum.GetValues<UnitKind>()), ref random, out var unit)
            ? Of(new AssignUnit(unit, one), new AssignUnit(unit, Any(stopped, ref random)))
            : Nothing;

    private Round FailingAdd(ref RandomSource random)
    {
        var adds = Adds(isSameUnit: false, isSamePartition: random.Chance(40), ref random);
        return adds.Programs is [[HotAdd add], ..] && claims.Has(Claim.StartFailures)
            ? adds with
            {
                Before =
                [
                    new InjectStartFailure(
                        add.Unit,
                        view.Unit(add.Unit) is { Kind: UnitKind.Processor } unit ? (int)unit.Capacity : 1),
                ],
            }
            : Nothing;
    }

    private bool Replacement(ref RandomSource random, out HotReplace replace)
    {
        var all =
            from partition in running
            from target in view.HeldBy(partition, view.Kinds(partition, HotOperation.Replace))
            from spare in view.HeldBy(null, view.Unit(target).Kind)
            let unit = view.Unit(target)
            where claims.Has(Claim.HotReplace)
                && view.Unit(spare) is var other && other.Type == unit.Type && other.Capacity == unit.Capacity
            select new HotReplace(partition, target, spare);
        return Some([.. all], ref random, out replace);
    }

    private bool Addable(PartitionId partition, ref RandomSource random, out UnitId unit) => Some(
        view.HeldBy(null, [.. view.Kinds(partition, HotOperation.Add).Where(IsClaimed)]), ref random, out unit);

    private bool IsClaimed(UnitKind kind) => claims.Has(kind switch
    {
        UnitKind.Processor => Claim.HotAddProcessor,
        UnitKind.MemoryModule => Claim.HotAddMemoryModule,
        _ => Claim.HotAddIoHostBridge,
    });

    private IEnumerable<UnitId> OfKind(UnitId unit, bool isSameKind) =>
        view.HeldBy(null, Enum.GetValues<UnitKind>())
            .Where(other => other != unit && (!isSameKind || view.Unit(other).Kind == view.Unit(unit).Kind));

    private static Round Of(params ReadOnlySpan<Operation> operations)
    {
        var programs = ImmutableArray.CreateBuilder<ImmutableArray<Operation?>>();
        foreach (var operation in operations)
        {
            programs.Add([operation]);
        }

        return new([], programs.ToImmutable());
    }

    private static T Any<T>(List<T> all, ref RandomSource random) => all[random.Below(all.Count)];

    private static bool Some<T>(List<T> all, ref RandomSource random, out T chosen)
    {
        chosen = all.Count > 0 ? Any(all, ref random) : default!;
        return all.Count > 0;
    }
}
