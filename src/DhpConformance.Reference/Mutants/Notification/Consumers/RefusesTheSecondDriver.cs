using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

/// <remarks>
/// A driver that vetoes is let pass: to refuse it may break SYN-26.
/// </remarks>
[Breaks("CON-01", "A partition takes one driver, and refuses any other as busy.")]
internal sealed class RefusesTheSecondDriver(Machine machine) : Admission(machine)
{
    internal override RefusalReason? WhyNot(RegisterDriver request) =>
        base.WhyNot(request)
        ?? (request.Script.VetoesStart is null
            && Machine.Get(request.Partition).System.Services is { Registry.Drivers.Count: > 0 }
                ? RefusalReason.Busy
                : null);
}
