using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Model.Transitions;

/// <summary>Start, stop, restart of partitions; power of the server. Sources: DHP-TOP-16, -20, DHP-DYN-03.</summary>
internal static class LifeCycle
{
    public static Decision Start(ServerState state, StartPartition operation)
    {
        var partition = state.Inventory.Find(operation.Partition);
        var reasons = PowerReasons(state)
            .With(NotPresent, partition < 0)
            .With(NotRunning, !state.PoweredOn)
            .With(NotStopped, partition >= 0 && state.Partitions[partition].Runs)
            .With(Insufficient, partition >= 0 && !CanRun(HotChanges.Ended(state, partition), partition));
        return Enter(state, OperationKind.StartPartition, partition, RunState.Running, reasons);
    }

    public static Decision Stop(ServerState state, StopPartition operation)
    {
        var partition = state.Inventory.Find(operation.Partition);
        var reasons = PowerReasons(state)
            .With(NotPresent, partition < 0)
            .With(NotRunning, IsStopped(state, partition));
        return Enter(state, OperationKind.StopPartition, partition, RunState.Stopped, reasons);
    }

    public static Decision Restart(ServerState state, RestartPartition operation)
    {
        var partition = state.Inventory.Find(operation.Partition);
        var reasons = PowerReasons(state)
            .With(NotPresent, partition < 0)
            .With(NotRunning, IsStopped(state, partition))
            .With(Insufficient, partition >= 0 && !CanRun(HotChanges.Ended(state, partition), partition));
        return Enter(state, OperationKind.RestartPartition, partition, RunState.Running, reasons);
    }

    public static Decision PowerOn(ServerState state)
    {
        var reasons = PowerReasons(state).With(NotStopped, state.PoweredOn);
        var next = reasons.IsEmpty ? PoweredOn(state) : state;
        return new(OperationKind.PowerOnServer, state, next, reasons);
    }

    public static Decision PowerOff(ServerState state)
    {
        var reasons = PowerReasons(state).With(NotRunning, !state.PoweredOn);
        return new(OperationKind.PowerOffServer, state, reasons.IsEmpty ? PoweredOff(state) : state, reasons);
    }

    private static ServerState PoweredOff(ServerState state)
    {
        var ended = Enumerable.Range(0, state.Partitions.Length).Aggregate(state, HotChanges.Ended);
        return ended with
        {
            PoweredOn = false,
            Running = 0,
            Partitions = [.. ended.Partitions.Select(partition => partition.Entering(RunState.Stopped))],
        };
    }

    private static ServerState PoweredOn(ServerState state)
    {
        var next = state with { PoweredOn = true };
        for (var partition = 0; partition < state.Partitions.Length
            && state.Inventory.Claims.Traits.Has(Trait.StartsPartitionsAtPowerOn); partition++)
        {
            next = CanRun(next, partition) ? Started(next, partition) : next;
        }

        return next;
    }

    /// <summary>The state in which a partition has started.</summary>
    internal static ServerState Started(ServerState state, int partition) =>
        HotChanges.Begun(state.With(partition, state.Partitions[partition].Entering(RunState.Running)), partition);

    private static ReasonSet PowerReasons(ServerState state) => ReasonSet.None.With(Unavailable, state.Outage);

    private static bool IsStopped(ServerState state, int partition) =>
        partition >= 0 && state.Partitions[partition].State == RunState.Stopped;

    /// <summary>
    /// Whether a partition holds enough to start: at least one processor and one memory module, and no more of either
    /// than the limits; a bridge where a trait needs one. Decisions G-05, G-06.
    /// </summary>
    internal static bool CanRun(ServerState state, int partition)
    {
        var held = state.Partitions[partition];
        return held.Processors > 0
            && held.MemoryModules > 0
            && held.LogicalProcessors <= state.Inventory.MaximumProcessors(partition)
            && held.Memory <= state.Inventory.MemoryLimit(partition)
            && (!state.Inventory.Claims.Traits.Has(Trait.StartsOnlyWithBridge)
                || state.Inventory.Bridges.Any(bridge => state.Units[bridge].Owner == partition));
    }

    private static ServerState Entered(ServerState state, int partition, RunState runState) =>
        runState == RunState.Running
            ? Started(state, partition)
            : state.With(partition, state.Partitions[partition].Entering(runState));

    private static Decision Enter(
        ServerState state, OperationKind operation, int partition, RunState runState, ReasonSet reasons)
    {
        return new(
            operation,
            state,
            !reasons.IsEmpty ? state : Entered(HotChanges.Ended(state, partition), partition, runState),
            reasons,
            Partition: partition);
    }
}
