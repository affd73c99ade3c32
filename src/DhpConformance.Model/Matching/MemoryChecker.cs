using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Matching;

/// <summary>
/// Verifies: the amount of memory, and pools that exist, fit and stay. Sources: DHP-ADDM-06, -07; decisions G-57, G-61.
/// Does not verify: which size the pools have at start (G-62), and pools that the profile does not promise to fix.
/// </summary>
internal static class MemoryChecker
{
    public static Difference? FirstDifference(ServerState state, int partition, PartitionObservation seen)
    {
        var required = state.Partitions[partition];
        if (!required.MayShow(seen.MemoryBytes))
        {
            return Of(Field.Memory, Words(required), $"{seen.MemoryBytes} bytes of memory");
        }

        if (!required.Runs || !state.Inventory.Claims.Has(Claim.MemoryPools))
        {
            return null;
        }

        // Without the promise of fixed pools, pools may grow with a hot add.
        var areFixed = state.Inventory.Profile(partition).Promises(Behaviour.FixedPools);
        var memory = areFixed ? required.MemoryAtStart : Math.Max(required.MemoryAtStart, seen.MemoryBytes);
        var (paged, nonpaged) = (seen.PagedPoolBytes, seen.NonpagedPoolBytes);
        if (paged <= 0 || nonpaged <= 0 || nonpaged > memory - paged)
        {
            return Of(
                Field.Pools,
                $"two pools of more than 0 bytes within {memory} bytes of memory",
                $"{paged} bytes paged, {nonpaged} bytes nonpaged");
        }

        return required.Pools is not { } pools
            || (pools.Paged == paged && pools.Nonpaged == nonpaged)
            || !areFixed
            ? null
            : Of(
                Field.Pools,
                $"{pools.Paged} bytes paged, {pools.Nonpaged} bytes nonpaged, as at start",
                $"{paged} bytes paged, {nonpaged} bytes nonpaged");

        Difference Of(Field field, string expected, string observed) =>
            new(field, $"partition {seen.Id}", expected, observed, partition);
    }

    private static string Words(PartitionState required) =>
        required.LeastVisibleMemory == required.VisibleMemory
            ? $"{required.VisibleMemory} bytes of memory"
            : $"{required.LeastVisibleMemory} to {required.VisibleMemory} bytes of memory, in blocks of "
                + $"{required.PartialMemory.Block}";
}
