using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("IO-05", "Requests to a stopped device are refused.")]
internal sealed class RefusesRequestsWhileStopped(Machine machine) : Admission(machine)
{
    internal override RefusalReason? WhyNot(SubmitIo request) =>
        base.WhyNot(request)
        ?? (Machine.Find(request.Driver)!.System.FindDevice(request.Driver)!.State == DeviceState.Paused
            ? RefusalReason.Busy
            : null);
}
