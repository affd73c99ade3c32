using System.Collections.Concurrent;
using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <summary>
/// The server as hardware: what is in it, and who holds what. It does as it is told and refuses nothing.
/// </summary>
internal sealed class Machine
{
    private readonly Dictionary<UnitId, Unit> unitsById;
    private readonly Dictionary<PartitionId, Partition> partitionsById;
    private readonly ConcurrentDictionary<int, bool> ended = [];

    public Machine(ServerSetup setup, ServerComposition composition)
    {
        IsStatic = setup.Partitionability == Partitionability.Static;
        Units = new Unit[setup.Units.Length];
        unitsById = new(Units.Length);
        for (var i = 0; i < Units.Length; i++)
        {
            var unit = new Unit(setup.Units[i]);
            Units[i] = unit;
            unitsById.Add(unit.Id, unit);
        }

        Partitions = new Partition[setup.Partitions.Length];
        partitionsById = new(Partitions.Length);
        for (var i = 0; i < Partitions.Length; i++)
        {
            var partition = new Partition(setup.Partitions[i], composition, Log);
            Partitions[i] = partition;
            partitionsById.Add(partition.Id, partition);
            foreach (var id in setup.Partitions[i].Units)
            {
                unitsById[id].MoveTo(partition);
            }
        }
    }

    /// <summary>The lock of the server.</summary>
    public Gate Gate { get; init; } = new();

    /// <summary>The client whose request began last; 0 if there is one only.</summary>
    public int Client { get; set; }

    /// <summary>Whether a client has ended.</summary>
    public bool HasEnded(int client) => ended.ContainsKey(client);

    /// <summary>Notes that a client has ended.</summary>
    public void End(int client) => ended.TryAdd(client, true);

    /// <summary>Whether the map changes only while the server is powered off.</summary>
    public bool IsStatic { get; }

    public bool PoweredOn { get; set; } = true;

    /// <summary>Whether the service processor answers.</summary>
    public bool ServiceProcessorAnswers { get; set; } = true;

    /// <summary>The notifications of all partitions.</summary>
    public NotificationLog Log { get; } = new();

    /// <summary>The partitions in which somebody was registered since the reset.</summary>
    public List<Partition> Inhabited { get; } = [];

    /// <summary>Every unit, in ascending order of id.</summary>
    public Unit[] Units { get; }

    /// <summary>Every partition, in ascending order of id.</summary>
    public Partition[] Partitions { get; }

    public Unit? Find(UnitId id) => unitsById.GetValueOrDefault(id);

    public Partition? Find(PartitionId id) => partitionsById.GetValueOrDefault(id);

    /// <summary>The partition in which a consumer is registered; null if it is registered nowhere.</summary>
    public Partition? Find(ConsumerId id) => Inhabited.Find(partition => partition.System.Has(id));

    public Unit Get(UnitId id) => unitsById[id];

    public Partition Get(PartitionId id) => partitionsById[id];
}
