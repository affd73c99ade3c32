using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Reference;

namespace DhpConformance.Tests.Reference;

/// <summary>
/// A random setup and a random sequence for it, the same for the same seed. A request that would be refused is often
/// drawn again: a sequence of nothing but refusals shows little.
/// </summary>
internal sealed class RandomCase
{
    private const int Length = 50;
    private readonly Random random;

    public RandomCase(int seed)
    {
        random = new Random(seed);
        Setup = DrawSetup();
        Operations = DrawOperations();
    }

    public ServerSetup Setup { get; }

    public ImmutableArray<Operation> Operations { get; }

    // So much that a module has several blocks for a server that adds memory in blocks.
    private const long Memory = 64 << 20;

    private ServerSetup DrawSetup()
    {
        var partitions = random.Next(1, 4);
        var units = Enumerable.Range(0, random.Next(6, 18)).Select(DrawUnit).ToImmutableArray();
        var owners = units.Select(_ => random.Next(-1, partitions)).ToArray();
        Profile[] profiles = [SmallServer.Windows, SmallServer.Everything, SmallServer.Nothing, MemoryOnly, Itanium];
        var mixed = random.Next(3) == 0;
        var common = Pick(profiles);
        return new(
            random.Next(4) == 0 ? Partitionability.Static : Partitionability.Dynamic,
            units,
            [
                .. Enumerable.Range(0, partitions).Select(id => new PartitionSetup(
                    new(id),
                    mixed ? Pick(profiles) : common,
                    random.Next(2) == 0 ? 100 : random.Next(2, 9),
                    (random.Next(2) == 0 ? 100 : random.Next(4, 14)) * Memory,
                    [.. units.Where(unit => owners[unit.Id.Value] == id).Select(unit => unit.Id)])),
            ]);
    }

    private static Profile MemoryOnly { get; } = SmallServer.Nothing with
    {
        Name = "memory-only",
        Capabilities = [new(HotOperation.Add, UnitKind.MemoryModule)],
    };

    private static Profile Itanium { get; } = SmallServer.Windows with { Name = "itanium", Architecture = "ia64" };

    private PartitionUnit DrawUnit(int id)
    {
        var kind = Pick(Enum.GetValues<UnitKind>());
        var capacity = kind switch
        {
            UnitKind.Processor => random.Next(1, 4),
            UnitKind.MemoryModule => 2 * random.Next(1, 3) * Memory,
            _ => 0,
        };
        return new(new(id), kind, random.Next(4) == 0 ? "rare" : "ordinary", capacity, $"serial {id}");
    }

    private ImmutableArray<Operation> DrawOperations()
    {
        using var server = SmallServer.With(Setup);
        var operations = ImmutableArray.CreateBuilder<Operation>(Length);
        while (operations.Count < Length)
        {
            var kind = random.Next(16);
            var operation = Draw(kind);
            for (var tries = random.Next(100); tries > 0 && IsRefused(server, operation); tries--)
            {
                operation = Draw(kind);
            }

            operations.Add(operation);
        }

        return operations.MoveToImmutable();
    }

    // A refused request changes nothing, so to try costs nothing.
    private static bool IsRefused(ReferenceServer server, Operation operation) =>
        server.Apply(operation).Kind == OutcomeKind.Refused;

    private Operation Draw(int kind) => kind switch
    {
        0 => new AssignUnit(DrawUnitId(), DrawPartitionId()),
        1 => new ReleaseUnit(DrawUnitId()),
        2 => new SwitchUnitPower(DrawUnitId(), Pick(Enum.GetValues<UnitPower>())),
        3 or 4 => new StartPartition(DrawPartitionId()),
        5 => new StopPartition(DrawPartitionId()),
        6 => new RestartPartition(DrawPartitionId()),
        7 => random.Next(4) == 0 ? new PowerOffServer() : new PowerOnServer(),
        8 => new InjectServiceProcessorOutage(random.Next(4) > 0),
        9 => random.Next(4) == 0 ? new InjectPartitionError(DrawPartitionId()) : new Settle(),
        10 => new InjectStartFailure(DrawUnitId(), random.Next(1, 4)),
        11 => new HotRemove(DrawPartitionId(), DrawUnitId()),
        12 or 13 => new HotReplace(DrawPartitionId(), DrawUnitId(), DrawUnitId()),
        _ => new HotAdd(DrawPartitionId(), DrawUnitId()),
    };

    private UnitId DrawUnitId() => random.Next(40) == 0 ? SmallServer.NoUnit : new(random.Next(Setup.Units.Length));

    private PartitionId DrawPartitionId() =>
        random.Next(40) == 0 ? SmallServer.NoPartition : new(random.Next(Setup.Partitions.Length));

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];
}
