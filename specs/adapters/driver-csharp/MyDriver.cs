using DhpConformance.Abstractions;

namespace Acme;

/// <summary>
/// A driver under test: data for each processor, made when a processor is added. Replace it by your own; what it says
/// that it does stands in <see cref="Describe"/>.
/// </summary>
public sealed class MyDriver : IConsumerUnderTest
{
    private const ulong BytesOfSlot = 64;

    private readonly Dictionary<int, ulong> slots = [];
    private readonly Dictionary<int, ulong> threads = [];
    private ulong callback;

    /// <inheritdoc/>
    public ConsumerDescription Describe() => new(
        "sample driver in C#",
        "1.0",
        ConsumerRole.Driver,
        [ConsumerTrait.PerProcessorData, ConsumerTrait.SavesProcessorCount, ConsumerTrait.TargetsProcessors]);

    /// <inheritdoc/>
    public ConsumerAnswer On(ConsumerEvent happening, IOperatingSystem system)
    {
        switch (happening)
        {
            case LoadEvent:
                callback = system.Call(new RegisterProcessorCallback(AddExisting: true)).Value;
                return callback == 0 ? ConsumerAnswer.InsufficientResources : ConsumerAnswer.Success;
            case UnloadEvent:
                Unload(system);
                break;
            case ProcessorChangeEvent change:
                return Changed(change, system);
            case RunEvent:
                system.Touch(slots.GetValueOrDefault(system.Current()));
                break;
        }

        return ConsumerAnswer.Success;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // It holds nothing that outlives a case.
    }

    private ConsumerAnswer Changed(ProcessorChangeEvent change, IOperatingSystem system)
    {
        switch (change.State)
        {
            case ProcessorChangeState.Start when system.Allocate(BytesOfSlot) is { } slot:
                slots[change.Index] = slot;
                break;
            case ProcessorChangeState.Start:
                return ConsumerAnswer.InsufficientResources;
            case ProcessorChangeState.Complete:
                system.ActiveCount();
                threads[change.Index] = system.Call(new StartThread(change.Group, 1UL << change.Number)).Value;
                break;
            case ProcessorChangeState.Failure when slots.Remove(change.Index, out var prepared):
                system.Free(prepared);
                break;
        }

        return ConsumerAnswer.Success;
    }

    private void Unload(IOperatingSystem system)
    {
        system.Call(new CloseRegistration(callback));
        foreach (var thread in threads.Values)
        {
            system.Call(new StopThread(thread));
        }

        foreach (var slot in slots.Values)
        {
            system.Free(slot);
        }
    }
}
