using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;
using DhpConformance.Model.Transitions;
using static DhpConformance.Model.Rules.CoverageGoal;

namespace DhpConformance.Model.CoverageGoals;

/// <summary>What a hot replace put to the test.</summary>
internal static class ReplaceGoals
{
    public static CoverageGoalSet Of(in Decision decision, Outcome outcome)
    {
        if (outcome.Kind == OutcomeKind.Failed)
        {
            return CoverageGoalSet.None
                .With(ReplaceFailed)
                .With(ReplaceWithSleeplessDevice, Quiescing.MustFail(decision.Before, decision.Partition));
        }

        var isProcessor = decision.Before.Inventory.Kind(decision.Unit) == UnitKind.Processor;
        return (decision.Before.ConsumerState?.In(decision.Partition) ?? []).Aggregate(
            CoverageGoalSet.None
                .With(Replaced)
                .With(HotOperationBesideConsumerElsewhere, StepGoals.HasElsewhere(decision)),
            (goals, consumer) => goals.With(With(consumer, isProcessor)));
    }

    private static CoverageGoalSet With(Registration consumer, bool isProcessor) => CoverageGoalSet.None
        .With(ReplaceWithDriver, consumer.Driver is not null)
        .With(ReplaceWithApplication, consumer.Driver is null)
        .With(ReplaceWithDevice, consumer.Device is not null)
        .With(NoRebalanceDue, consumer.Device is not null)
        .With(ReplaceWithSynchronousDriver, isProcessor && consumer.IsSynchronous)
        .With(ReplaceWithArrivalConsumer, consumer.Hears(UnitKind.Processor) || consumer.Hears(UnitKind.MemoryModule))
        .With(ReplaceWithPendingNotices, consumer.AwaitsArrivals)
        .With(ReplaceWithRebalanceDue, consumer.AwaitsRebalance)
        .With(IoPendingAtReplace, consumer.UnsettledRequests > 0)
        .With(SeveralIoPendingAtReplace, consumer.UnsettledRequests > 1);
}
