using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("IO-01", "Each request completes twice.")]
internal sealed class CompletesRequestsTwice(OperatingSystem system, Registry consumers)
    : InputOutput(system, consumers)
{
    internal override void Complete(Device device)
    {
        var request = device.Waiting.Peek();
        base.Complete(device);
        System.Tell(new(NotificationKind.IoCompleted, device.Driver)
        {
            Request = request,
            Status = device.IsRemoved ? Message.Error : 0,
        });
    }
}
