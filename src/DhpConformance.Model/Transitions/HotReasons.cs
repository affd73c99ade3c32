using DhpConformance.Abstractions;
using DhpConformance.Model.State;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Model.Transitions;

/// <summary>
/// What forbids any hot operation. Sources: DHP-DYN-02, -08, -13; decisions G-03, G-11, G-15, G-71, G-94.
/// </summary>
internal static class HotReasons
{
    public static ReasonSet For(ServerState state, int partition, int unit, HotOperation operation) =>
        Configuration.MapReasons(state, partition)
            .With(NotPresent, partition < 0 || unit < 0)
            .With(NotRunning, partition >= 0 && !state.Partitions[partition].Runs)
            .With(NotSupported, partition >= 0 && unit >= 0 && !Supports(state, partition, unit, operation));

    private static bool Supports(ServerState state, int partition, int unit, HotOperation operation) =>
        state.Inventory.Supports(partition, operation, state.Inventory.Kind(unit));
}
