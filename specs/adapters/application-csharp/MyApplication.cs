using DhpConformance.Abstractions;

namespace Acme;

/// <summary>
/// An application under test: data and a thread for each processor, a buffer that is sized by memory. Replace it by
/// your own; what it says that it does stands in <see cref="Describe"/>.
/// </summary>
public sealed class MyApplication : IConsumerUnderTest
{
    private const ulong BytesOfSlot = 4096;
    private const ulong MemoryPerBufferByte = 1024;

    private readonly Dictionary<int, ulong> slots = [];
    private readonly List<ulong> windows = [];
    private ulong buffer;

    /// <inheritdoc/>
    public ConsumerDescription Describe() => new(
        "sample service in C#",
        "1.0",
        ConsumerRole.Application,
        [
            ConsumerTrait.PerProcessorData, ConsumerTrait.SavesProcessorCount, ConsumerTrait.TargetsProcessors,
            ConsumerTrait.ScalesByProcessors, ConsumerTrait.SizedByMemory,
        ]);

    /// <inheritdoc/>
    public ConsumerAnswer On(ConsumerEvent happening, IOperatingSystem system)
    {
        switch (happening)
        {
            case LoadEvent:
                Register(InterfaceClass.Processor, system);
                Register(InterfaceClass.Memory, system);
                Populate(system);
                Resize(system);
                break;
            case WindowMessageEvent { Arrival: true, IsInterface: true, Class: InterfaceClass.Processor }:
                Populate(system);
                system.Call(new SetProcessAffinity(system.Affinity(0)));
                break;
            case WindowMessageEvent { Arrival: true, IsInterface: true, Class: InterfaceClass.Memory }:
                Resize(system);
                break;
            case RunEvent when slots.TryGetValue(system.Current(), out var slot):
                system.Touch(slot);
                break;
            case UnloadEvent:
                windows.ForEach(window => system.Call(new CloseRegistration(window)));
                break;
        }

        return ConsumerAnswer.Success;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // It holds nothing that outlives a case.
    }

    private void Register(InterfaceClass wanted, IOperatingSystem system)
    {
        if (system.Call(new RegisterInterface(wanted, IncludeExisting: false)) is { Succeeded: true } made)
        {
            windows.Add(made.Value);
        }
    }

    // Data first, then a thread, for each processor that has none.
    private void Populate(IOperatingSystem system)
    {
        var count = system.ActiveCount();
        for (var index = 0; index < count; index++)
        {
            if (!slots.ContainsKey(index) && system.Allocate(BytesOfSlot, PoolKind.Pages) is { } slot)
            {
                slots[index] = slot;
                var processor = system.Locate(index);
                system.Call(new StartThread(processor.Group, 1UL << processor.Number));
            }
        }
    }

    private void Resize(IOperatingSystem system)
    {
        if (system.Allocate(system.Memory() / MemoryPerBufferByte, PoolKind.Pages) is { } larger)
        {
            if (buffer != 0)
            {
                system.Free(buffer);
            }

            buffer = larger;
        }
    }
}
