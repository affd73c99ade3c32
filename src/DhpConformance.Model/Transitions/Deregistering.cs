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

        var registration = state.Audience?.Find(operation.Consumer);
        var reasons = ReasonSet.None.With(NotPresent, registration is null);
        var next = registration is null ? state : state with
        {
            Audience = state.Audience! with
            {
                Registrations = state.Audience.Registrations.Remove(registration),
                Deregistered = state.Audience.Deregistered | Audience.Bit(registration.Partition),
            },
        };
        return new(OperationKind.Deregister, state, next, reasons, Partition: registration?.Partition ?? -1);
    }
}
