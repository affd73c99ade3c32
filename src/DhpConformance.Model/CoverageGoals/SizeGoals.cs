using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;
using static DhpConformance.Model.Rules.SizeGoal;

namespace DhpConformance.Model.CoverageGoals;

/// <summary>At which sizes something was put to the test.</summary>
public static class SizeGoals
{
    private const int Few = 4;
    private const long GiB = 1L << 30;
    private const long TiB = 1L << 40;

    /// <summary>The sizes at which a step was answered rightly.</summary>
    public static SizeGoalSet Of(in Decision decision, Outcome outcome) => decision.Operation switch
    {
        _ when decision.Partition < 0 || outcome.Kind == OutcomeKind.Accepted =>
            SizeGoalSet.None,
        OperationKind.StartPartition => SizeGoalSet.None.With(StartBeyondProcessorLimit, IsStartBeyond(decision)),
        OperationKind.HotAdd when decision.IsRefusal => OfRefusedAdd(decision),
        OperationKind.HotAdd when outcome.Kind is OutcomeKind.Completed or OutcomeKind.PartlyCompleted =>
            OfAdd(decision),
        OperationKind.HotReplace when outcome.Kind == OutcomeKind.Completed => SizeGoalSet.None
            .With(ReplaceAmongMoreThanFour, IsAmongMany(decision, consumer => consumer.Driver is not null)),
        _ => SizeGoalSet.None,
    };

    /// <summary>The sizes of a server that shows this, rightly.</summary>
    /// <param name="state">The state before anything was heard.</param>
    /// <param name="observation">What it shows.</param>
    public static SizeGoalSet Of(ServerState state, Observation observation)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(observation);
        var goals = SizeGoalSet.None
            .With(EightPartitions, observation.Partitions.Length >= 8)
            .With(CallbackBeyondFirstGroup, IsCalledBeyondFirstGroup(state, observation.Notifications));
        for (var place = 0; place < observation.Partitions.Length; place++)
        {
            var seen = observation.Partitions[place];
            if (seen.State == RunState.Running)
            {
                var groups = PopulatedGroups(seen);
                goals = goals
                    .With(SecondGroup, groups > 1)
                    .With(ThirdGroup, groups > 2)
                    .With(FourthGroup, groups > 3)
                    .With(ProcessorLimit, seen.ActiveProcessors == state.Inventory.Profile(place).ProcessorLimit)
                    .With(ProcessorsBeyondFourGroups, seen.ActiveProcessors > 256)
                    .With(MemoryBeyondFourGib, seen.MemoryBytes > 4 * GiB)
                    .With(MemoryBeyondTwoTib, seen.MemoryBytes > 2 * TiB)
                    .With(MoreThanFourConsumers, ConsumersIn(state, place) > Few);
            }
        }

        return goals;
    }

    /// <summary>The sizes of the numbers of a setup.</summary>
    public static SizeGoalSet Of(ServerSetup setup)
    {
        ArgumentNullException.ThrowIfNull(setup);
        return SizeGoalSet.None.With(
            NumberBeyondTwoBytes,
            setup.Units.Any(unit => unit.Id.Value > ushort.MaxValue)
                || setup.Partitions.Any(partition => partition.Id.Value > ushort.MaxValue));
    }

    /// <summary>In how many groups a partition has active processors.</summary>
    public static int PopulatedGroups(PartitionObservation partition)
    {
        ArgumentNullException.ThrowIfNull(partition);
        return partition.ActiveMasks.AsSpan().Length - partition.ActiveMasks.AsSpan().Count(0UL);
    }

    /// <summary>How many consumers are registered in a partition.</summary>
    public static int ConsumersIn(ServerState state, int partition)
    {
        ArgumentNullException.ThrowIfNull(state);
        var count = 0;
        foreach (var consumer in state.ConsumerState?.Registrations ?? [])
        {
            count += consumer.Partition == partition ? 1 : 0;
        }

        return count;
    }

    // What differs in the number of processors alone would have started with one less.
    private static bool IsStartBeyond(in Decision decision)
    {
        var (inventory, partition) = (decision.Before.Inventory, decision.Partition);
        var held = decision.Before.Partitions[partition];
        return decision.Refusals.Only == RefusalReason.Insufficient
            && held.LogicalProcessors == inventory.Profile(partition).ProcessorLimit + 1
            && held.MemoryModules > 0
            && held.Memory <= inventory.MemoryLimit(partition);
    }

    private static SizeGoalSet OfRefusedAdd(in Decision decision)
    {
        if (decision.Refusals.Only != RefusalReason.LimitExceeded)
        {
            return SizeGoalSet.None;
        }

        var (inventory, partition) = (decision.Before.Inventory, decision.Partition);
        var (held, kind) = (decision.Before.Partitions[partition], inventory.Kind(decision.Unit));
        var processors = held.LogicalProcessors + (kind == UnitKind.Processor ? inventory.Capacity(decision.Unit) : 0);
        return SizeGoalSet.None
            .With(AddBeyondProcessorLimit,
                kind == UnitKind.Processor && processors == inventory.Profile(partition).ProcessorLimit + 1)
            .With(AddBeyondLargeMemoryLimit,
                kind == UnitKind.MemoryModule && inventory.MemoryLimit(partition) > 4 * GiB);
    }

    private static SizeGoalSet OfAdd(in Decision decision)
    {
        if (decision.Before.ConsumerState is null)
        {
            return SizeGoalSet.None;
        }

        var (kind, partition) = (decision.Before.Inventory.Kind(decision.Unit), decision.Partition);
        var isProcessor = kind == UnitKind.Processor;
        return SizeGoalSet.None
            .With(ApplicationWithSeveralGroups,
                isProcessor && HasSeveralGroups(decision.Before.Partitions[partition])
                && decision.Before.ConsumerState.HasIn(partition, consumer => consumer.Driver is null))
            .With(CallbackAmongMoreThanFour,
                isProcessor && IsAmongMany(decision, consumer => consumer.IsSynchronous))
            .With(DriverArrivalAmongMoreThanFour,
                IsAmongMany(decision, consumer => consumer.Driver is not null && consumer.Hears(kind)))
            .With(ApplicationArrivalAmongMoreThanFour,
                IsAmongMany(decision, consumer => consumer.Driver is null && consumer.Hears(kind)));
    }

    private static bool HasSeveralGroups(PartitionState partition)
    {
        foreach (var processor in partition.Numbering.IsDefault ? [] : partition.Numbering)
        {
            if (processor.Group != partition.Numbering[0].Group)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAmongMany(in Decision decision, Func<Registration, bool> like) =>
        ConsumersIn(decision.Before, decision.Partition) > Few
        && decision.Before.ConsumerState!.HasIn(decision.Partition, like);

    private static bool IsCalledBeyondFirstGroup(ServerState state, ImmutableArray<Notification> notices)
    {
        HashSet<int>? operations = null;
        foreach (var notice in notices)
        {
            if (notice is { Kind: NotificationKind.ProcessorComplete, Processor.Group: > 0 }
                && (operations ??= ObservationGoals.NumbersOfAdds(state)).Contains(notice.Operation))
            {
                return true;
            }
        }

        return false;
    }
}
