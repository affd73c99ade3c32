using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Variants;

/// <summary>
/// Answers some requests as accepted, and lets them end at any time until the server has settled, in any order. While
/// some are under way, others may be refused as busy; during an outage, some may be lost.
/// </summary>
internal class FreeRequests(FreeServiceProcessor service, FreeAdmission admission, FreeChoice choice)
    : RequestHandler(service)
{
    private readonly List<Operation> accepted = [];

    /// <summary>What was accepted may end by itself.</summary>
    public void LetTimePass()
    {
        while (accepted.Count > 0 && choice.IsTime())
        {
            EndAt(choice.Next(accepted.Count));
        }
    }

    internal override Outcome Handle(Operation operation)
    {
        LetTimePass();
        EndWhatMustEndBefore(operation);
        var outcome = Answer(operation);
        LetTimePass();
        return outcome;
    }

    /// <summary>Whether a request is answered before it is carried out.</summary>
    internal virtual bool IsAccepted(Operation operation) => operation is not (
        Settle or RegisterDriver or RegisterApplication or Deregister or SubmitIo)
        && accepted.Count < choice.MostPending && choice.Toss();

    private Outcome Answer(Operation operation)
    {
        if (operation is Settle or InjectServiceProcessorOutage { Available: true }
            || admission.Refusal(operation) is not null)
        {
            return CarryOut(operation);
        }

        if (accepted.Count > 0 && operation is not InjectServiceProcessorOutage && choice.Toss(8))
        {
            return Outcome.Refused(RefusalReason.Busy);
        }

        if (!IsAccepted(operation))
        {
            return CarryOut(operation);
        }

        accepted.Add(operation);
        return Outcome.Accepted;
    }

    // Everything, before the server has settled; and before a request about a consumer what was accepted in its
    // partition.
    private void EndWhatMustEndBefore(Operation operation)
    {
        for (var place = accepted.Count - 1; place >= 0; place--)
        {
            if (operation is Settle)
            {
                EndAt(choice.Next(accepted.Count));
            }
            else if (service.PartitionOf(operation) is { } partition && Concerns(accepted[place], partition))
            {
                EndAt(place);
            }
        }
    }

    private void EndAt(int place)
    {
        var operation = accepted[place];
        accepted.RemoveAt(place);
        if (service.IsOut && choice.Toss(4))
        {
            return;
        }

        admission.EndsAccepted = true;
        CarryOut(operation);
        admission.EndsAccepted = false;
    }

    private static bool Concerns(Operation operation, PartitionId partition) => operation switch
    {
        StartPartition request => request.Partition == partition,
        StopPartition request => request.Partition == partition,
        RestartPartition request => request.Partition == partition,
        HotAdd request => request.Partition == partition,
        HotReplace request => request.Partition == partition,
        HotRemove request => request.Partition == partition,
        InjectPartitionError request => request.Partition == partition,
        PowerOnServer or PowerOffServer => true,
        _ => false,
    };
}
