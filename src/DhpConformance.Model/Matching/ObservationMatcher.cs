using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Matching;

/// <summary>
/// Compares an observation with the state that the rules require, one checker for each concern, in the order of
/// <c>specs/judging.md</c>.
/// </summary>
public static class ObservationMatcher
{
    /// <summary>The first difference; null if there is none. The observation has to be valid.</summary>
    /// <param name="state">The state.</param>
    /// <param name="observation">The observation.</param>
    /// <param name="known">
    /// A state and an observation that go together; null if none are known. What is the very same object in both
    /// pairs is not looked at again.
    /// </param>
    public static Difference? FirstDifference(ServerState state, Observation observation, KnownMatch? known = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(observation);
        if (MapChecker.FirstDifference(state, observation, known) is { } map)
        {
            return map;
        }

        var isCovered = true;
        for (var p = 0; p < state.Partitions.Length; p++)
        {
            if (known is not null && known.Covers(state, observation, p))
            {
                continue;
            }

            isCovered = false;
            var difference = PartitionChecker.FirstDifference(state, p, observation.Partitions[p])
                ?? ProcessorChecker.FirstDifference(state, p, observation.Partitions[p])
                ?? MemoryChecker.FirstDifference(state, p, observation.Partitions[p]);
            if (difference is not null)
            {
                return difference;
            }
        }

        return isCovered && known?.State.ConsumerState?.Registrations == state.ConsumerState?.Registrations ? null
            : BridgeChecker.FirstDifference(state, observation)
                ?? LatestOperationChecker.FirstDifference(state, observation)
                ?? Consumers(state, observation);
    }

    private static Difference? Consumers(ServerState state, Observation observation)
    {
        for (var p = 0; p < state.Partitions.Length; p++)
        {
            if (ConsumerChecker.FirstDifference(state, p, observation.Partitions[p]) is { } difference)
            {
                return difference;
            }
        }

        return null;
    }

    /// <summary>
    /// The same state, held to whatever the rules left free and the implementation has now shown: numbers of
    /// processors, pool sizes, the power of a replaced unit, the affinity of an application.
    /// </summary>
    public static ServerState Bind(ServerState state, Observation observation)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(observation);
        var bound = state;
        for (var p = 0; p < state.Partitions.Length; p++)
        {
            var partition = state.Partitions[p];
            var memory = partition.PartialMemory;
            if (partition.Runs
                && (partition.Numbering.IsDefault || partition.Pools is null || memory.Least < memory.Most))
            {
                var seen = observation.Partitions[p];
                bound = bound.With(p, partition with
                {
                    PartialMemory = memory.Bound(partition.Memory - partition.Shown.Reserve - seen.MemoryBytes),
                    Numbering = seen.Processors,
                    Groups = seen.ActiveMasks.Length,
                    Pools = new PoolSizes(seen.PagedPoolBytes, seen.NonpagedPoolBytes),
                });
            }
        }

        if (bound.ConsumerState is { } consumers)
        {
            var held = ConsumerChecker.Bind(consumers, observation);
            bound = ReferenceEquals(held, consumers) ? bound : bound with { ConsumerState = held };
        }

        return bound.HasFreeSwitch ? BindSwitches(bound, observation) : bound;
    }

    private static ServerState BindSwitches(ServerState state, Observation observation)
    {
        var bound = state;
        for (var u = 0; u < state.Units.Count; u++)
        {
            if (state.Units[u].Power == SwitchPosition.Free)
            {
                var seen = observation.Units[u].Power == UnitPower.On ? SwitchPosition.On : SwitchPosition.Off;
                bound = bound.With(u, state.Units[u] with { Power = seen });
            }
        }

        return bound with { HasFreeSwitch = false };
    }
}
