using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CON-02", "Handing no I/O requests to a device is granted.")]
internal sealed class NoRequestIsARequest(Machine machine) : Admission(machine)
{
    internal override RefusalReason? WhyNot(SubmitIo request) =>
        request.Requests < 1 ? base.WhyNot(request with { Requests = 1 }) : base.WhyNot(request);
}
