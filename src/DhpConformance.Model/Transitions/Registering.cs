using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Model.Transitions;

/// <summary>
/// Drivers and applications are registered. Sources: DHP-SYN-01, -20, -24, DHP-ASY-01, DHP-APP-01; decision G-14.
/// </summary>
internal static class Registering
{
    public static Decision Driver(ServerState state, RegisterDriver operation)
    {
        var (inventory, script) = (state.Inventory, operation.Script);
        if (!ConsumerClaims.Allow(inventory.Claims, script))
        {
            return Transition.NotClaimed(state, OperationKind.RegisterDriver);
        }

        var partition = inventory.Find(operation.Partition);
        var reasons = Reasons(state, partition, operation.Consumer)
            .With(Invalid, Contradiction.IsIn(script))
            .With(NotSupported, partition >= 0 && !Supports(inventory.Profile(partition), script));
        var decision = new Decision(OperationKind.RegisterDriver, state, state, reasons, Partition: partition);
        if (!reasons.IsEmpty)
        {
            return decision;
        }

        var active = script.IncludeExisting ? state.Partitions[partition].ActiveProcessors : 0;
        var vetoed = script.VetoesStart <= active;
        var registration = new Registration(operation.Consumer, partition, script, null)
        {
            Offered = vetoed ? script.VetoesStart!.Value : active,
        };
        return decision with
        {
            Next = With(state, registration),
            Or = vetoed ? new OtherEnding(FailureReason.Vetoed, state) : null,
        };
    }

    public static Decision Application(ServerState state, RegisterApplication operation)
    {
        var inventory = state.Inventory;
        if (!inventory.Claims.Has(Claim.ApplicationNotification))
        {
            return Transition.NotClaimed(state, OperationKind.RegisterApplication);
        }

        var partition = inventory.Find(operation.Partition);
        var isPromised = partition < 0 || inventory.Profile(partition).Promises(Behaviour.ArrivalNotification);
        var reasons = Reasons(state, partition, operation.Consumer)
            .With(Invalid, Contradiction.IsIn(operation.Script))
            .With(NotSupported, !isPromised);
        var decision = new Decision(OperationKind.RegisterApplication, state, state, reasons, Partition: partition);
        return !reasons.IsEmpty ? decision : decision with
        {
            Next = With(state, new(operation.Consumer, partition, null, operation.Script)
            {
                MasksAtRegistration = Affinities.Masks(state, partition),
            }),
        };
    }

    private static ReasonSet Reasons(ServerState state, int partition, ConsumerId consumer) =>
        ReasonSet.None
            .With(NotPresent, partition < 0)
            .With(NotRunning, partition >= 0 && !state.Partitions[partition].Runs)
            .With(Invalid, state.ConsumerState?.Find(consumer) is not null);

    private static bool Supports(Profile profile, DriverScript script) =>
        (!script.Synchronous || profile.Promises(Behaviour.SynchronousNotification))
        && ((!script.ProcessorArrivals && !script.MemoryArrivals) || profile.Promises(Behaviour.ArrivalNotification));

    private static ServerState With(ServerState state, Registration registration) =>
        state with { ConsumerState = (state.ConsumerState ?? ConsumerState.Nobody).With(registration) };
}
