using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Tests.Model.Transitions;

/// <summary>What has to be true of every state, whatever led to it.</summary>
internal static class StateInvariants
{
    public static IEnumerable<string> BrokenIn(ServerState state)
    {
        for (var p = 0; p < state.Partitions.Length; p++)
        {
            var partition = state.Partitions[p];
            var held = Enumerable.Range(0, state.Units.Count).Where(unit => state.Units[unit].Owner == p).ToList();
            if (Sum(state, held, UnitKind.Processor) != partition.LogicalProcessors
                || Sum(state, held, UnitKind.MemoryModule) != partition.Memory)
            {
                yield return $"partition {p} counts something that the map does not give it";
            }

            if (held.Any(unit => state.Units[unit].Power != SwitchPosition.On))
            {
                yield return $"partition {p} holds a unit that is not switched on";
            }

            if (partition.Runs && (partition.Processors == 0 || partition.MemoryModules == 0))
            {
                yield return $"partition {p} runs without processor or memory";
            }

            if (partition.ActiveProcessors > state.Inventory.MaximumProcessors(p)
                || partition.VisibleMemory > state.Inventory.MemoryLimit(p))
            {
                yield return $"partition {p} exceeds a limit";
            }

            if (!state.PoweredOn && partition.State != RunState.Stopped)
            {
                yield return $"partition {p} is not stopped on a server that is off";
            }
        }

        if (state.Running != state.Partitions.Count(partition => partition.Runs))
        {
            yield return "the count of running partitions is wrong";
        }
    }

    private static long Sum(ServerState state, IEnumerable<int> units, UnitKind kind) =>
        units.Where(unit => state.Inventory.Kind(unit) == kind).Sum(state.Inventory.Capacity);
}
