using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

/// <remarks>
/// A driver that vetoes is let pass: to refuse it may break SYN-26.
/// </remarks>
[Breaks("CON-01", "A consumer that was deregistered once cannot be registered as a driver again.")]
internal sealed class NamesAreTakenForGood(Machine machine) : Admission(machine)
{
    private readonly HashSet<ConsumerId> gone = [];

    internal override RefusalReason? WhyNot(Deregister request)
    {
        var reason = base.WhyNot(request);
        if (reason is null)
        {
            gone.Add(request.Consumer);
        }

        return reason;
    }

    internal override RefusalReason? WhyNot(RegisterDriver request) =>
        base.WhyNot(request)
        ?? (request.Script.VetoesStart is null && gone.Contains(request.Consumer) ? RefusalReason.Invalid : null);
}
