using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Variants;

/// <summary>
/// Answers a hot operation as accepted unless it has to be refused, and carries it out when the next request comes.
/// Whether the unit starts, and what drivers say, is found out then.
/// </summary>
/// <param name="service">Carries out what was accepted.</param>
/// <param name="admission">Says what is refused at once.</param>
/// <param name="goesOnIn">The requests that something accepted does not end before; none if null.</param>
internal sealed class AcceptedHotOperations(
    ServiceProcessor service, AcceptingAdmission admission, Predicate<Operation>? goesOnIn = null)
    : RequestHandler(service)
{
    private readonly Queue<Operation> accepted = [];

    internal override Outcome Handle(Operation operation)
    {
        if (goesOnIn is null || !goesOnIn(operation))
        {
            EndAccepted();
        }

        if (operation is not (HotAdd or HotReplace or HotRemove) || WhyNot(operation) is not null)
        {
            return CarryOut(operation);
        }

        accepted.Enqueue(operation);
        return Outcome.Accepted;
    }

    private void EndAccepted()
    {
        admission.EndsAccepted = true;
        while (accepted.TryDequeue(out var operation))
        {
            CarryOut(operation);
        }

        admission.EndsAccepted = false;
    }

    private RefusalReason? WhyNot(Operation operation) => operation switch
    {
        HotAdd add => admission.WhyNot(add),
        HotReplace replace => admission.WhyNot(replace),
        HotRemove remove => admission.WhyNot(remove),
        _ => null,
    };
}
