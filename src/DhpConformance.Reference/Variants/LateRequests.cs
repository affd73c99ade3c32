using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Variants;

/// <summary>
/// Answers every second hot operation as accepted, lets several be under way, and ends them seldom and in any order,
/// before and after whatever request comes. Memory may be signalled before and after each.
/// </summary>
internal sealed class LateRequests(
    ServiceProcessor service, AcceptingAdmission admission, Machine machine, FreeChoice choice)
    : RequestHandler(service)
{
    private const int Seldom = 16;

    private readonly List<Operation> accepted = [];

    /// <summary>What was accepted may end by itself.</summary>
    public void LetTimePass()
    {
        while (accepted.Count > 0 && choice.Toss(Seldom))
        {
            EndAt(choice.Next(accepted.Count));
        }
    }

    internal override Outcome Handle(Operation operation)
    {
        LetTimePass();
        SignalMemory();
        EndWhatMustEndBefore(operation);
        var outcome = Answer(operation);
        SignalMemory();
        LetTimePass();
        return outcome;
    }

    private Outcome Answer(Operation operation)
    {
        if (accepted.Count >= choice.MostPending || choice.Toss() || !MayBeAccepted(operation))
        {
            return CarryOut(operation);
        }

        accepted.Add(operation);
        return Outcome.Accepted;
    }

    private bool MayBeAccepted(Operation operation) => operation switch
    {
        HotAdd add => admission.WhyNot(add) is null,
        HotReplace replace => admission.WhyNot(replace) is null,
        HotRemove remove => admission.WhyNot(remove) is null,
        _ => false,
    };

    private void EndWhatMustEndBefore(Operation operation)
    {
        while (operation is Settle && accepted.Count > 0)
        {
            EndAt(choice.Next(accepted.Count));
        }

        for (var place = accepted.Count - 1; place >= 0; place--)
        {
            if (operation is RegisterDriver or RegisterApplication or Deregister or SubmitIo
                && PartitionOf(accepted[place]) == PartitionOf(operation))
            {
                EndAt(place);
            }
        }
    }

    private void EndAt(int place)
    {
        var operation = accepted[place];
        accepted.RemoveAt(place);
        SignalMemory();
        admission.EndsAccepted = true;
        CarryOut(operation);
        admission.EndsAccepted = false;
        SignalMemory();
    }

    private void SignalMemory()
    {
        foreach (var partition in machine.Partitions)
        {
            if (partition.Runs && choice.Toss(4))
            {
                partition.System.Tell(new(NotificationKind.HighMemory, null));
            }
        }
    }

    // Of a request about a consumer, or of something that was accepted.
    private PartitionId? PartitionOf(Operation operation) => operation switch
    {
        HotAdd request => request.Partition,
        HotReplace request => request.Partition,
        HotRemove request => request.Partition,
        RegisterDriver request => request.Partition,
        RegisterApplication request => request.Partition,
        Deregister request => machine.Find(request.Consumer)?.Id,
        SubmitIo request => machine.Find(request.Driver)?.Id,
        _ => null,
    };
}
