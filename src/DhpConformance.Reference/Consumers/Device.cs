using DhpConformance.Abstractions;

namespace DhpConformance.Reference;

/// <summary>A device, the state that its driver has put it into, and the I/O requests that wait for it.</summary>
internal sealed class Device(ConsumerId driver, DeviceScript script)
{
    private int submitted;

    public ConsumerId Driver { get; } = driver;

    public DeviceScript Script { get; } = script;

    public DeviceState State { get; set; } = DeviceState.Started;

    /// <summary>The numbers of the requests that wait, oldest first.</summary>
    public Queue<int> Waiting { get; } = new();

    /// <summary>What can be seen of it.</summary>
    public DeviceObservation Observe() => new(Driver, State);

    public bool IsRemoved => State == DeviceState.Removed;

    public void Submit(int requests)
    {
        for (var i = 0; i < requests; i++)
        {
            Waiting.Enqueue(++submitted);
        }
    }
}
