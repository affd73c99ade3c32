using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.Transitions;
using static DhpConformance.Model.Rules.CoverageGoal;

namespace DhpConformance.Model.CoverageGoals;

/// <summary>What a step put to the test, beyond its <see cref="Situation"/>.</summary>
public static class StepGoals
{
    /// <summary>Whether a step can put anything to the test; false for nearly all steps without consumers.</summary>
    public static bool MayArise(in Decision decision) =>
        decision.Before.ConsumerState is not null
        || decision.Operation == OperationKind.HotReplace || decision.Operation.IsAboutConsumers;

    /// <summary>The coverage goals of a step that was answered rightly.</summary>
    public static CoverageGoalSet Of(Operation operation, in Decision decision, Outcome outcome)
    {
        ArgumentNullException.ThrowIfNull(operation);
        return decision.IsRefusal ? OfRefusal(decision)
            : outcome.Kind is OutcomeKind.Refused or OutcomeKind.Accepted ? CoverageGoalSet.None
            : operation switch
            {
                RegisterDriver register => OfDriver(register.Script, decision, outcome),
                RegisterApplication => CoverageGoalSet.None.With(ApplicationRegistered),
                Deregister => CoverageGoalSet.None.With(ConsumerDeregistered),
                SubmitIo submit => OfIo(submit, decision),
                HotAdd => AddGoals.Of(decision),
                HotReplace => ReplaceGoals.Of(decision, outcome),
                HotRemove => OfRemove(decision),
                _ => CoverageGoalSet.None,
            };
    }

    /// <summary>Whether a consumer is registered in another partition.</summary>
    internal static bool HasElsewhere(in Decision decision)
    {
        foreach (var consumer in decision.Before.ConsumerState?.Registrations ?? [])
        {
            if (consumer.Partition != decision.Partition)
            {
                return true;
            }
        }

        return false;
    }

    private static CoverageGoalSet OfRefusal(in Decision decision)
    {
        var isRegistration = decision.Operation is OperationKind.RegisterDriver or OperationKind.RegisterApplication;
        var only = decision.Refusals.Only;
        return CoverageGoalSet.None
            .With(RegistrationRefusedAsInvalid, isRegistration && only == RefusalReason.Invalid)
            .With(RegistrationRefusedAsNotRunning, isRegistration && only == RefusalReason.NotRunning)
            .With(ReplaceWithNonDynamicDevice, decision.IsRefusedForDevice);
    }

    private static CoverageGoalSet OfDriver(DriverScript script, in Decision decision, Outcome outcome)
    {
        var isRegistered = outcome.Kind == OutcomeKind.Completed;
        var arrivals = script.ProcessorArrivals || script.MemoryArrivals;
        return CoverageGoalSet.None
            .With(DriverRegistered, isRegistered)
            .With(DeviceRegistered, isRegistered && script.Device is not null)
            .With(ExistingProcessorVetoed, decision.Or is not null)
            .With(ExistingProcessorsOffered, script.IncludeExisting && decision.Or is null)
            .With(SynchronousDriverRegisteredForNew, script.Synchronous && !script.IncludeExisting)
            .With(ArrivalDriverRegisteredForNew, isRegistered && arrivals && !script.ExistingArrivals)
            .With(ExistingInterfacesReported, isRegistered && arrivals && script.ExistingArrivals);
    }

    private static CoverageGoalSet OfIo(SubmitIo submit, in Decision decision)
    {
        var driver = decision.Next.ConsumerState!.Find(submit.Driver)!;
        return CoverageGoalSet.None
            .With(IoSubmitted)
            .With(IoPendingAtRebalance, driver.AwaitsRebalance)
            .With(SeveralIoPendingAtRebalance, driver.AwaitsRebalance && driver.UnsettledRequests > 1);
    }

    private static CoverageGoalSet OfRemove(in Decision decision)
    {
        var isHeard = decision.Before.ConsumerState?.HasIn(decision.Partition, consumer => consumer.Driver is not null);
        return CoverageGoalSet.None
            .With(OtherHotOperationWithDriver, isHeard == true)
            .With(HotOperationBesideConsumerElsewhere, HasElsewhere(decision));
    }
}
