using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Tests.Reference;

/// <summary>
/// A random sequence on a server whose two partitions run and are full of drivers and applications, the same for the
/// same seed. A <see cref="RandomCase"/> seldom gets as far as two drivers in one running partition.
/// </summary>
internal sealed class ConsumerCase
{
    private const int Length = 40;
    private const int Units = 16;
    private const int Partitions = 2;
    private const int Consumers = 6;
    private readonly Random random;

    public ConsumerCase(int seed)
    {
        random = new Random(seed);
        Setup = DrawSetup();
        Operations =
        [
            .. Setup.Partitions.Select(partition => new StartPartition(partition.Id)),
            .. Enumerable.Range(0, Length).Select(_ => DrawOperation()),
        ];
    }

    public ServerSetup Setup { get; }

    public ImmutableArray<Operation> Operations { get; }

    private ServerSetup DrawSetup() => new(
        Partitionability.Dynamic,
        [.. Enumerable.Range(0, Units).Select(DrawUnit)],
        [
            new(new(0), SmallServer.Everything, random.Next(6, 20), 100, [new(0), new(1)]),
            new(new(1), SmallServer.Everything, random.Next(6, 20), 100, [new(2), new(3)]),
        ]);

    // The first four make two partitions that can start; every kind of unit has twins to be replaced by.
    private PartitionUnit DrawUnit(int id)
    {
        var kind = id < 4 ? (UnitKind)(id % 2) : Pick(UnitKind.Processor, UnitKind.MemoryModule, UnitKind.IoHostBridge);
        var capacity = kind switch
        {
            UnitKind.Processor => random.Next(1, 4),
            UnitKind.MemoryModule => 2 * random.Next(1, 3),
            _ => 0,
        };
        return new(new(id), kind, "ordinary", capacity, $"serial {id}");
    }

    private Operation DrawOperation() => random.Next(30) switch
    {
        < 7 => new RegisterDriver(DrawPartitionId(), DrawConsumerId(), DrawDriver()),
        < 9 => new RegisterApplication(DrawPartitionId(), DrawConsumerId(), new(DrawBool(), DrawBool())),
        < 10 => new Deregister(DrawConsumerId()),
        < 13 => new SubmitIo(DrawConsumerId(), random.Next(0, 5)),
        < 19 => new HotAdd(DrawPartitionId(), DrawUnitId()),
        < 23 => DrawReplace(),
        < 24 => new HotRemove(DrawPartitionId(), DrawUnitId()),
        < 26 => new InjectStartFailure(DrawUnitId(), random.Next(1, 3)),
        < 28 => new Settle(),
        < 29 => new StartPartition(DrawPartitionId()),
        _ => Pick<Operation>(
            new RestartPartition(DrawPartitionId()),
            new StopPartition(DrawPartitionId()),
            new InjectPartitionError(DrawPartitionId())),
    };

    // The spare is a twin of the target, or the replace would be refused nearly always.
    private HotReplace DrawReplace()
    {
        var target = Pick([.. Setup.Units]);
        var twins = Setup.Units.Where(unit => unit.Kind == target.Kind && unit.Capacity == target.Capacity);
        return new(DrawPartitionId(), target.Id, Pick([.. twins]).Id);
    }

    private DriverScript DrawDriver()
    {
        var synchronous = DrawBool();
        return new()
        {
            Synchronous = synchronous,
            IncludeExisting = random.Next(synchronous ? 4 : 20) == 0,
            VetoesStart = random.Next(synchronous ? 4 : 20) == 0 ? random.Next(1, 6) : null,
            ProcessorArrivals = DrawBool(),
            MemoryArrivals = DrawBool(),
            ExistingArrivals = random.Next(6) == 0,
            Device = random.Next(3) == 0 ? null : DrawDevice(),
        };
    }

    private DeviceScript DrawDevice()
    {
        var failsRestart = random.Next(5) == 0;
        return new()
        {
            Class = Pick(DeviceClass.Other, DeviceClass.Network),
            RebalancePolicy = Pick<int?>(null, null, 0, 1, 2),
            ClassOptOut = Pick<bool?>(null, null, false, true),
            RejectsQueryStop = random.Next(4) == 0,
            FailsRestart = failsRestart,
            RejectsQueryPower = !failsRestart && random.Next(16) == 0,
            NeverReachesD3 = !failsRestart && random.Next(16) == 0,
            NonDynamic = !failsRestart && random.Next(24) == 0,
        };
    }

    private ConsumerId DrawConsumerId() => new(random.Next(Consumers));

    private PartitionId DrawPartitionId() => new(random.Next(Partitions));

    private UnitId DrawUnitId() => new(random.Next(Units));

    private bool DrawBool() => random.Next(2) == 0;

    private T Pick<T>(params T[] from) => from[random.Next(from.Length)];
}
