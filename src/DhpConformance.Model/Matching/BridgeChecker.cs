using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Matching;

/// <summary>
/// Verifies: that a running partition has started exactly the I/O host bridges it holds. Source: DHP-ADDI-02.
/// Does not verify: the devices below a bridge.
/// </summary>
internal static class BridgeChecker
{
    public static Difference? FirstDifference(ServerState state, Observation observation)
    {
        var inventory = state.Inventory;
        Span<int> started = stackalloc int[inventory.PartitionCount];
        started.Clear();
        foreach (var u in inventory.Bridges)
        {
            var owner = state.Units[u].Owner;
            if (owner < 0 || !state.Partitions[owner].Runs)
            {
                continue;
            }

            var seen = observation.Partitions[owner].Bridges;
            if (started[owner] >= seen.Length || seen[started[owner]] != inventory.Unit(u))
            {
                return Of(state, owner, seen);
            }

            started[owner]++;
        }

        for (var p = 0; p < started.Length; p++)
        {
            if (observation.Partitions[p].Bridges.Length != started[p])
            {
                return Of(state, p, observation.Partitions[p].Bridges);
            }
        }

        return null;
    }

    private static Difference Of(ServerState state, int partition, IEnumerable<UnitId> seen)
    {
        var inventory = state.Inventory;
        var held = inventory.Bridges.Where(u => state.Units[u].Owner == partition).Select(inventory.Unit);
        return new(Field.Bridges, $"partition {inventory.Partition(partition)}", List(held), List(seen), partition);
    }

    private static string List(IEnumerable<UnitId> bridges) =>
        $"bridges started: {string.Join(' ', bridges)}".TrimEnd();
}
