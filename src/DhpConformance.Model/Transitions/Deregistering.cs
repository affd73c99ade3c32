using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Model.Transitions;

/// <summary>A registration ends. Sources: DHP-SYN-04, DHP-ASY-13, DHP-APP-12; decision G-28.</summary>
internal static class Deregistering
{
    public static Decision Decide(ServerState state, Deregister operation)
    {
        if (!ConsumerClaims.AllowAny(state.Inventory.Claims))
        {
            return Transition.NotClaimed(state, OperationKind.Deregister);
        }

        var registration = state.ConsumerState?.Find(operation.Consumer);
        var reasons = ReasonSet.None.With(NotPresent, registration is null);
        var next = registration is null ? state : state with
        {
            ConsumerState = state.ConsumerState! with
            {
                Registrations = state.ConsumerState.Registrations.Remove(registration),
                Deregistered = state.ConsumerState.Deregistered | ConsumerState.Bit(registration.Partition),
            },
        };
        return new(OperationKind.Deregister, state, next, reasons, Partition: registration?.Partition ?? -1);
    }
}
