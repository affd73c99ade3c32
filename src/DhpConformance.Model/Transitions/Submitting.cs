using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;
using DhpConformance.Model.State;
using static DhpConformance.Abstractions.RefusalReason;

namespace DhpConformance.Model.Transitions;

/// <summary>I/O requests are handed to a device. Sources: DHP-REB-18, -20, DHP-REP-14.</summary>
internal static class Submitting
{
    public static Decision Decide(ServerState state, SubmitIo operation)
    {
        if (!state.Inventory.Claims.Has(Claim.DeviceIo))
        {
            return Transition.NotClaimed(state, OperationKind.SubmitIo);
        }

        var driver = state.ConsumerState?.Find(operation.Driver);
        var reasons = ReasonSet.None
            .With(NotPresent, driver?.Device is null)
            .With(Invalid, operation.Requests < 1);
        var next = !reasons.IsEmpty ? state : state with
        {
            ConsumerState = state.ConsumerState! with
            {
                Registrations = state.ConsumerState.Registrations.Replace(driver!, driver! with
                {
                    Requests = driver.Requests + operation.Requests,
                    UnsettledRequests = driver.UnsettledRequests + operation.Requests,
                }),
            },
        };
        return new(OperationKind.SubmitIo, state, next, reasons, Partition: driver?.Partition ?? -1);
    }
}
