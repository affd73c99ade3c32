using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("IO-05", "Requests to a removed device are refused.")]
internal sealed class RefusesRequestsToTheRemoved(Machine machine) : Admission(machine)
{
    internal override RefusalReason? WhyNot(SubmitIo request) =>
        base.WhyNot(request)
        ?? (Machine.Find(request.Driver)!.System.FindDevice(request.Driver)!.IsRemoved
            ? RefusalReason.NotPresent
            : null);
}
