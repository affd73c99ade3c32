using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Consumers;

/// <summary>
/// A service: a thread and data for each processor, buffers by the amount of memory, and a window for each class. It
/// keeps every duty.
/// </summary>
internal class Service : IConsumerUnderTest
{
    private const ulong SlotBytes = 4096;
    private const ulong MemoryPerBufferByte = 1024;

    private readonly Dictionary<int, ulong> slots = [];
    private readonly List<ulong> windows = [];

    protected ulong Buffer { get; set; }

    public virtual ConsumerDescription Describe() => new(
        "reference service",
        "1",
        ConsumerRole.Application,
        [
            ConsumerTrait.PerProcessorData, ConsumerTrait.SavesProcessorCount, ConsumerTrait.TargetsProcessors,
            ConsumerTrait.ScalesByProcessors, ConsumerTrait.SizedByMemory,
        ]);

    public ConsumerAnswer On(ConsumerEvent happening, IOperatingSystem system)
    {
        switch (happening)
        {
            case LoadEvent:
                RegisterWindows(system);
                Populate(system);
                Resize(system);
                break;
            case WindowMessageEvent it:
                OnWindowMessage(it, system);
                break;
            case RunEvent:
                system.Touch(slots.GetValueOrDefault(system.Current()));
                break;
            case UnloadEvent:
                CloseWindows(system);
                break;
        }

        return ConsumerAnswer.Success;
    }

    public void Dispose()
    {
        // It holds nothing that outlives a case.
    }

    protected virtual void RegisterWindows(IOperatingSystem system)
    {
        RegisterWindow(InterfaceClass.Processor, system);
        RegisterWindow(InterfaceClass.Memory, system);
    }

    protected void RegisterWindow(InterfaceClass wanted, IOperatingSystem system)
    {
        if (system.Call(new RegisterInterface(wanted, IncludeExisting: false)) is { Succeeded: true } made)
        {
            windows.Add(made.Value);
        }
    }

    protected virtual void CloseWindows(IOperatingSystem system) =>
        windows.ForEach(window => system.Call(new CloseRegistration(window)));

    protected virtual void OnWindowMessage(WindowMessageEvent message, IOperatingSystem system)
    {
        if (message is { Arrival: true, IsInterface: true, Class: InterfaceClass.Processor })
        {
            Populate(system);
            Widen(system);
        }
        else if (message is { Arrival: true, IsInterface: true, Class: InterfaceClass.Memory })
        {
            Resize(system);
        }
    }

    /// <summary>Data first, then a thread, for each processor that has none.</summary>
    protected virtual void Populate(IOperatingSystem system)
    {
        for (var index = 0; index < system.ActiveCount(); index++)
        {
            if (!slots.ContainsKey(index) && system.Allocate(SlotBytes, PoolKind.Pages) is { } slot)
            {
                slots[index] = slot;
                StartThread(system.Locate(index), system);
            }
        }
    }

    protected virtual void StartThread(ProcessorNumber processor, IOperatingSystem system) =>
        system.Call(new StartThread(processor.Group, 1UL << processor.Number));

    protected virtual void Widen(IOperatingSystem system) =>
        system.Call(new SetProcessAffinity(system.Affinity(0)));

    protected virtual void Resize(IOperatingSystem system)
    {
        if (system.Allocate(system.Memory() / MemoryPerBufferByte, PoolKind.Pages) is { } larger)
        {
            if (Buffer != 0)
            {
                system.Free(Buffer);
            }

            Buffer = larger;
        }
    }
}
