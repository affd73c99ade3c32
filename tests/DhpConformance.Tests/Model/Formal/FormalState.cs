using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Tests.Model.Formal;

/// <summary>
/// A state of either model as one line of text, so that they can be compared, and read where they differ. What the
/// formal model does not follow in a scope is left out.
/// </summary>
internal sealed record FormalState(bool FollowsLatest, bool FollowsPower)
{
    /// <summary>Nothing is left out.</summary>
    public static FormalState Whole { get; } = new(true, true);

    public static FormalState Following(JsonElement follows) =>
        new(follows.GetProperty("latest").GetBoolean(), follows.GetProperty("power").GetBoolean());

    /// <summary>A state of the formal model.</summary>
    public string Text(JsonElement state) => Text(
        state.GetProperty("poweredOn").GetBoolean(),
        state.GetProperty("available").GetBoolean(),
        FormalWords.Map(state.GetProperty("units")).Select(unit => UnitText(
            unit.Key,
            unit.Value.GetProperty("power").GetString()!,
            unit.Value.GetProperty("startFailure").GetInt32(),
            unit.Value.GetProperty("parked").GetInt32())),
        FormalWords.Map(state.GetProperty("partitions")).Select(partition => PartitionText(
            partition.Key,
            partition.Value.GetProperty("runState").GetString()!,
            FormalWords.Numbers(partition.Value.GetProperty("holds")),
            ShownText(partition.Value.GetProperty("shown")))));

    /// <summary>A state of the C# model.</summary>
    public string Text(ServerState state) => Text(
        state.PoweredOn,
        !state.Outage,
        Enumerable.Range(0, state.Units.Count).Select(place => UnitText(
            state.Inventory.Unit(place).Value,
            PowerOf(state.Units[place]),
            state.Units[place].FailingComponents,
            ParkedOf(state, place))),
        Enumerable.Range(0, state.Partitions.Length).Select(place => PartitionText(
            state.Inventory.Partition(place).Value,
            FormalWords.Of(state.Partitions[place].State),
            Held(state, place),
            ShownText(state, place))));

    private static string Text(
        bool poweredOn, bool available, IEnumerable<string> units, IEnumerable<string> partitions) =>
        $"{(poweredOn ? "powered" : "dark")}, {(available ? "available" : "unavailable")}; "
        + $"{string.Join(", ", units)}; {string.Join("; ", partitions)}";

    private string UnitText(int id, string power, int startFailure, int parked) =>
        $"u{id} {(FollowsPower ? power : "")} fails {startFailure} parks {parked}";

    private static string PartitionText(int id, string runState, IEnumerable<int> holds, string shown) =>
        $"p{id} {runState} holds {string.Join(' ', holds)} {shown}";

    private string ShownText(JsonElement shown) => ShownText(
        shown.GetProperty("activeProcessors").GetInt32(),
        shown.GetProperty("maximumProcessors").GetInt32(),
        shown.GetProperty("memoryBytes").GetInt64(),
        shown.GetProperty("poolsSizedFrom").GetInt64(),
        FormalWords.Numbers(shown.GetProperty("bridges")),
        shown.GetProperty("latest").EnumerateArray().Select(latest => LatestText(
            latest.GetProperty("operation").GetString()!,
            latest.GetProperty("unit").GetInt32(),
            latest.GetProperty("outcome").GetString()!)));

    private string ShownText(ServerState state, int place)
    {
        var (inventory, partition) = (state.Inventory, state.Partitions[place]);
        var pools = partition.Runs && inventory.Profile(place).Promises(Behaviour.FixedPools);
        return ShownText(
            partition.ActiveProcessors,
            partition.Runs ? inventory.MaximumProcessors(place) : 0,
            partition.VisibleMemory,
            pools ? partition.MemoryAtStart : 0,
            partition.Runs ? Held(state, place).Where(IsBridge) : [],
            partition.Latest is { } latest
                ? [LatestText(FormalWords.Of(latest.Operation), latest.Unit.Value, FormalWords.Of(latest.Outcome))]
                : []);

        bool IsBridge(int unit) => inventory.Kind(inventory.Find(new UnitId(unit))) == UnitKind.IoHostBridge;
    }

    private string ShownText(
        int active, int maximum, long memory, long pools, IEnumerable<int> bridges, IEnumerable<string> latest) =>
        $"processors {active}/{maximum} memory {memory} pools of {pools} bridges {string.Join(' ', bridges)} "
        + $"latest {(FollowsLatest ? string.Concat(latest) : "")}";

    private static string LatestText(string operation, int unit, string outcome) => $"{operation} u{unit} {outcome}";

    private static string PowerOf(UnitState unit) =>
        unit.Power == SwitchPosition.Free ? "either" : unit.Power == SwitchPosition.On ? "on" : "off";

    private static int ParkedOf(ServerState state, int place) =>
        state.Units[place].IsFree
            ? 0
            : state.Partitions[state.Units[place].Owner].Parked.Where(one => one.Unit == place).Sum(one => one.Count);

    private static IEnumerable<int> Held(ServerState state, int partition) =>
        Enumerable.Range(0, state.Units.Count)
            .Where(unit => state.Units[unit].Owner == partition)
            .Select(unit => state.Inventory.Unit(unit).Value);
}
