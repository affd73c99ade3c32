using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Mutants;

[Breaks("IO-04", "A request succeeds although its device was removed.")]
internal sealed class RequestsToRemovedDevicesSucceed(OperatingSystem system, Registry consumers)
    : InputOutput(system, consumers)
{
    internal override void Complete(Device device) =>
        System.Tell(new(NotificationKind.IoCompleted, device.Driver) { Request = device.Waiting.Dequeue() });
}
