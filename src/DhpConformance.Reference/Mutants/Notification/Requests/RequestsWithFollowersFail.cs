using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("IO-04", "A request fails if others wait behind it.")]
internal sealed class RequestsWithFollowersFail(OperatingSystem system, Registry consumers)
    : InputOutput(system, consumers)
{
    internal override void Complete(Device device)
    {
        var request = device.Waiting.Dequeue();
        var fails = device.IsRemoved || device.Waiting.Count > 0;
        System.Tell(new(NotificationKind.IoCompleted, device.Driver)
        {
            Request = request,
            Status = fails ? Message.Error : 0,
        });
    }
}
