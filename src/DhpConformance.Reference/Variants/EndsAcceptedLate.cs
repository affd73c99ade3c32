using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Variants;

/// <summary>
/// A server whose hot operations end long after they were accepted, several at a time and in any order.
/// </summary>
/// <param name="name">What it calls itself.</param>
/// <param name="mostPending">How many may be under way at a time, 1 or more.</param>
internal sealed class EndsAcceptedLate(string name, int mostPending) : RandomizedServer(mostPending)
{
    private LateRequests? requests;

    private protected override void LetTimePass() => requests?.LetTimePass();

    private protected override ReferenceServer Assembled(FreeChoice? choice)
    {
        Machine? hardware = null;
        var composition = new ServerComposition { Name = name, Claims = Claims.All };
        return new(choice is null ? composition : composition with
        {
            Admission = machine => new AcceptingAdmission(hardware = machine),
            OperatingSystem = partition => new SignalsEachProcessor(partition),
            RequestHandler = (service, admission) =>
                requests = new LateRequests(service, (AcceptingAdmission)admission, hardware!, choice),
        });
    }

    /// <summary>Signals memory after each logical processor that becomes active while somebody is registered.</summary>
    private sealed class SignalsEachProcessor(Partition partition) : OperatingSystem(partition)
    {
        internal override void Activate(Unit processor, int components)
        {
            for (var i = 0; i < components; i++)
            {
                base.Activate(processor, 1);
                if (Services is not null)
                {
                    Tell(new(NotificationKind.HighMemory, null));
                }
            }
        }
    }
}
