using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;
using static DhpConformance.Model.Rules.CoverageGoal;

namespace DhpConformance.Model.CoverageGoals;

/// <summary>What a hot add put to the test.</summary>
internal static class AddGoals
{
    public static CoverageGoalSet Of(in Decision decision)
    {
        if (decision.Before.ConsumerState is not { } consumers)
        {
            return CoverageGoalSet.None;
        }

        var (kind, partition) = (decision.Before.Inventory.Kind(decision.Unit), decision.Partition);
        var arrived = decision.Failure is null && kind != UnitKind.IoHostBridge;
        var added = decision.Next.Partitions[partition].ActiveProcessors
            - decision.Before.Partitions[partition].ActiveProcessors;
        var bit = ConsumerState.Bit(partition);
        var goals = CoverageGoalSet.None
            .With(AddAfterDeregistration, arrived && (consumers.Deregistered & bit) != 0)
            .With(AddAfterRegistrationsEnded, arrived && (consumers.Ended & bit) != 0)
            .With(HotOperationBesideConsumerElsewhere, StepGoals.HasElsewhere(decision));
        foreach (var consumer in consumers.In(partition))
        {
            goals = goals
                .With(OfCallbacks(decision, kind, added, consumer))
                .With(OfArrivals(decision, kind, added, consumer))
                .With(OfDevice(decision, kind, added, consumer));
        }

        return goals;
    }

    private static CoverageGoalSet OfCallbacks(in Decision decision, UnitKind kind, int added, Registration consumer)
    {
        var isCalled = consumer.IsSynchronous;
        var components = kind == UnitKind.Processor ? decision.Before.Inventory.Components(decision.Unit) : 0;
        return CoverageGoalSet.None
            .With(ProcessorAddedWithSynchronousDriver, added > 0 && isCalled)
            .With(SeveralProcessorsAddedWithSynchronousDriver, added > 1 && isCalled)
            .With(AddVetoed, decision.Failure == FailureReason.Vetoed)
            .With(AddPartlyVetoed, decision.Vetoed > 0 && added > 0)
            .With(OtherUnitAddedWithSynchronousDriver, components == 0 && decision.Failure is null && isCalled)
            .With(ProcessorAddedWithOtherConsumer, added > 0 && !isCalled)
            .With(OtherHotOperationWithDriver, consumer.Driver is not null);
    }

    private static CoverageGoalSet OfArrivals(in Decision decision, UnitKind kind, int added, Registration consumer)
    {
        var (processors, memory) = (consumer.Hears(UnitKind.Processor), consumer.Hears(UnitKind.MemoryModule));
        var isMemory = kind == UnitKind.MemoryModule && decision.Failure is null;
        var isOther = (added > 0 && !processors && memory) || (isMemory && !memory && processors);
        var isNothing = (decision.Failure is not null || kind == UnitKind.IoHostBridge) && (processors || memory);
        return consumer.Driver is null
            ? CoverageGoalSet.None
                .With(ProcessorAddedWithApplication, added > 0 && processors)
                .With(ProcessorAddedBesideApplication, added > 0)
                .With(MemoryAddedWithApplication, isMemory && memory)
                .With(OtherKindAddedWithApplication, isOther)
                .With(NothingArrivedWithApplication, isNothing)
            : CoverageGoalSet.None
                .With(ProcessorAddedWithArrivalDriver, added > 0 && processors)
                .With(MemoryAddedWithArrivalDriver, isMemory && memory)
                .With(OtherKindAddedWithArrivalDriver, isOther)
                .With(NothingArrivedWithArrivalDriver, isNothing);
    }

    private static CoverageGoalSet OfDevice(in Decision decision, UnitKind kind, int added, Registration consumer)
    {
        if (consumer.Device is not { } device)
        {
            return CoverageGoalSet.None;
        }

        var isDue = added > 0
            && decision.Before.Inventory.Profile(decision.Partition).Promises(Behaviour.ResourceRebalance);
        var takesPart = isDue && Participation.TakesPart(device);
        var ground = Participation.GroundOf(device);
        return CoverageGoalSet.None
            .With(NoRebalanceDue, kind == UnitKind.MemoryModule || decision.Failure is not null)
            .With(RebalanceWithParticipant, takesPart)
            .With(RebalanceDecidedByPolicy, isDue && ground == Participation.Ground.Policy)
            .With(RebalanceDecidedByClass, isDue && ground == Participation.Ground.Class)
            .With(RebalanceDecidedByDefault, isDue && ground == Participation.Ground.Default)
            .With(RebalanceRejected, takesPart && device.RejectsQueryStop)
            .With(RestartFailed, takesPart && device.FailsRestart && !device.RejectsQueryStop)
            .With(IoPendingAtRebalance, takesPart && consumer.UnsettledRequests > 0)
            .With(SeveralIoPendingAtRebalance, takesPart && consumer.UnsettledRequests > 1);
    }
}
