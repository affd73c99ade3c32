using DhpConformance.Abstractions;
using DhpConformance.Model.State;

namespace DhpConformance.Model.Matching;

/// <summary>
/// Tells data that no server could mean from data that breaks a rule. An invalid observation says that the
/// implementation, or its adapter, is broken; it says nothing about the rules.
/// </summary>
public static class ObservationValidity
{
    /// <summary>
    /// What cannot be compared with any state, for people; null if nothing is wrong. Asked of every observation.
    /// </summary>
    /// <param name="inventory">The server.</param>
    /// <param name="observation">What it showed.</param>
    /// <param name="sound">
    /// An observation of the same server in which nothing was wrong; null if there is none. A partition that is the
    /// very same object in both is not looked at again.
    /// </param>
    public static string? StructuralFault(
        Inventory inventory, Observation? observation, Observation? sound = null)
    {
        ArgumentNullException.ThrowIfNull(inventory);
        if (observation is null)
        {
            return "it observed nothing (null)";
        }

        if (observation.Units.IsDefault || observation.Partitions.IsDefault || observation.Notifications.IsDefault)
        {
            return "a list of the observation was never filled in (default of ImmutableArray)";
        }

        if (observation.Partitions.Length != inventory.PartitionCount)
        {
            return $"it shows {observation.Partitions.Length} partitions, the setup has {inventory.PartitionCount}";
        }

        for (var place = 0; place < observation.Notifications.Length; place++)
        {
            if (observation.Notifications[place] is null)
            {
                return $"notification {place + 1} is missing (null)";
            }
        }

        for (var p = 0; p < observation.Partitions.Length; p++)
        {
            if (sound is not null && ReferenceEquals(sound.Partitions[p], observation.Partitions[p]))
            {
                continue;
            }

            var fault = observation.Partitions[p] is { } partition
                ? StructuralFault(inventory, p, partition)
                : "it is missing (null)";
            if (fault is not null)
            {
                return $"partition {inventory.Partition(p)}: {fault}";
            }
        }

        return null;
    }

    /// <summary>
    /// A value that no server could mean, for people; null if there is none. Every such value differs from what any
    /// state requires, so it is asked only of an observation in which a difference was found.
    /// </summary>
    public static string? ValueFault(Inventory inventory, Observation observation)
    {
        ArgumentNullException.ThrowIfNull(inventory);
        ArgumentNullException.ThrowIfNull(observation);
        foreach (var unit in observation.Units)
        {
            if (unit.Owner is { } owner && inventory.Find(owner) < 0)
            {
                return $"unit {unit.Id} is held by {owner}, a partition that the setup does not have";
            }
        }

        foreach (var partition in observation.Partitions)
        {
            if (partition.ActiveProcessors < 0 || partition.MaximumProcessors < 0)
            {
                return $"partition {partition.Id}: a number of processors is negative";
            }

            if (partition.MemoryBytes < 0 || partition.PagedPoolBytes < 0 || partition.NonpagedPoolBytes < 0)
            {
                return $"partition {partition.Id}: a size is negative";
            }
        }

        return null;
    }

    private static string? StructuralFault(Inventory inventory, int p, PartitionObservation partition)
    {
        if (partition.Id != inventory.Partition(p))
        {
            return $"{partition.Id} stands in its place; partitions come in ascending order of id";
        }

        if (partition.ActiveMasks.IsDefault || partition.Processors.IsDefault || partition.Bridges.IsDefault
            || partition.Devices.IsDefault || partition.Applications.IsDefault
            || partition.Applications.Any(application => application.Affinity.IsDefault))
        {
            return "a list was never filled in (default of ImmutableArray)";
        }

        return partition.State == RunState.Running ? Unclaimed(inventory.Claims, partition) : NotRunning(partition);
    }

    private static string? Unclaimed(Claims claims, PartitionObservation partition)
    {
        if (!claims.Has(Claim.ProcessorNumbers)
            && (partition.Processors.Length > 0 || partition.ActiveMasks.Length > 0))
        {
            return "it shows numbers of processors, which are not claimed";
        }

        if (!claims.Has(Claim.MemoryPools) && (partition.PagedPoolBytes > 0 || partition.NonpagedPoolBytes > 0))
        {
            return "it shows pool sizes, which are not claimed";
        }

        if (!claims.Has(Claim.ProcessorNumbers)
            && partition.Applications.Any(application => !application.Affinity.IsEmpty))
        {
            return "it shows the affinity of an application, and numbers of processors are not claimed";
        }

        return !claims.Has(Claim.HotOperationStatus) && partition.LatestHotOperation is not null
            ? "it shows a latest hot operation, which is not claimed"
            : null;
    }

    private static string? NotRunning(PartitionObservation partition) =>
        partition.Processors.Length > 0 || partition.ActiveMasks.Any(mask => mask != 0) || partition.Bridges.Length > 0
            || partition.ActiveProcessors > 0 || partition.MaximumProcessors > 0 || partition.MemoryBytes > 0
            || partition.PagedPoolBytes > 0 || partition.NonpagedPoolBytes > 0
            || partition.LatestHotOperation is not null || partition.Devices.Length > 0
            || partition.Applications.Length > 0
            ? "it does not run and yet shows processors, memory, bridges, devices or a latest hot operation"
            : null;
}
