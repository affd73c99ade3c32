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
            .With(Insufficient, partition >= 0 && !CanRun(state, partition));
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
            .With(Insufficient, partition >= 0 && !CanRun(state, partition));
        return Enter(state, OperationKind.RestartPartition, partition, RunState.Running, reasons);
    }

    public static Decision PowerOn(ServerState state)
    {
        var reasons = PowerReasons(state).With(NotStopped, state.PoweredOn);
        var next = reasons.IsEmpty ? state with { PoweredOn = true } : state;
        return new(OperationKind.PowerOnServer, state, next, reasons);
    }

    public static Decision PowerOff(ServerState state)
    {
        var reasons = PowerReasons(state).With(NotRunning, !state.PoweredOn);
        var next = reasons.IsEmpty
            ? state with
            {
                PoweredOn = false,
                Running = 0,
                Partitions = [.. state.Partitions.Select(partition => partition.Entering(RunState.Stopped))],
            }
            : state;
        return new(OperationKind.PowerOffServer, state, next, reasons);
    }

    private static ReasonSet PowerReasons(ServerState state) => ReasonSet.None.With(Unavailable, state.Outage);

    private static bool IsStopped(ServerState state, int partition) =>
        partition >= 0 && state.Partitions[partition].State == RunState.Stopped;

    // At least one processor and one memory module, and no more of either than the limits. Decisions G-05, G-06.
    private static bool CanRun(ServerState state, int partition)
    {
        var held = state.Partitions[partition];
        return held.Processors > 0
            && held.MemoryModules > 0
            && held.LogicalProcessors <= state.Inventory.MaximumProcessors(partition)
            && held.Memory <= state.Inventory.MemoryLimit(partition);
    }

    private static Decision Enter(
        ServerState state, OperationKind operation, int partition, RunState runState, ReasonSet reasons)
    {
        var next = reasons.IsEmpty ? state.With(partition, state.Partitions[partition].Entering(runState)) : state;
        return new(operation, state, next, reasons, Partition: partition);
    }
}
