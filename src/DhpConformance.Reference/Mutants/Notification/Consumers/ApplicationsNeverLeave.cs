using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("CON-01", "An application cannot be deregistered.")]
internal sealed class ApplicationsNeverLeave(Machine machine) : Admission(machine)
{
    internal override RefusalReason? WhyNot(Deregister request) =>
        base.WhyNot(request)
        ?? (Machine.Find(request.Consumer)!.System.FindDriver(request.Consumer) is null ? RefusalReason.Busy : null);
}
