using System.Numerics;
using DhpConformance.Abstractions;

namespace DhpConformance.Model.Consumers;

/// <summary>What a call does to the operating system, and what it answers.</summary>
public static class SystemTransition
{
    private const int InvalidParameter = unchecked((int)0xC000000D);
    private const int InvalidHandle = unchecked((int)0xC0000008);
    private const int InsufficientResources = unchecked((int)0xC000009A);
    private const int AccessViolation = unchecked((int)0xC0000005);
    private const int FirstHardwareId = 0x100;

    /// <summary>The state after the call, and its answer. The same every time.</summary>
    public static (SystemState State, SystemAnswer Answer) After(SystemState state, SystemCall call) => call switch
    {
        Allocate it => Allocated(state, it),
        Free it => state.Allocations.ContainsKey(it.Allocation)
            ? Done(state with { Allocations = state.Allocations.Remove(it.Allocation) })
            : Error(state, InvalidHandle),
        Touch it => state.Allocations.TryGetValue(it.Allocation, out var memory) && it.Offset < memory.Bytes
            ? Done(state)
            : Error(state, AccessViolation),
        RegisterProcessorCallback or RegisterInterface => Registered(state, call),
        CloseRegistration it => state.Registrations.ContainsKey(it.Registration)
            ? Done(state with { Registrations = state.Registrations.Remove(it.Registration) })
            : Error(state, InvalidHandle),
        StartDma it => Done(state with { Dma = state.Dma.Add(it.Address) }),
        StopDma => Done(state with { Dma = [] }),
        CompleteIo it => state.Requests.TryGetValue(it.Request, out var request)
            ? Done(state with
            {
                Requests = state.Requests.Remove(it.Request),
                Dma = state.Dma.Remove(request.Address),
            })
            : Error(state, InvalidHandle),
        SetDevicePower it => Done(state with { DevicePower = it.Power }),
        TouchHardware or Wait => Done(state),
        SetProcessAffinity it => (it.Mask & ~state.MaskOf(0)) == 0 && it.Mask != 0
            ? Done(state with { ProcessAffinity = it.Mask })
            : Error(state, InvalidParameter),
        ConnectInterrupt or DisconnectInterrupt or StartThread or SetThreadAffinity or StopThread or QueueDpc =>
            Placed(state, call),
        _ => (state, Query(state, call)),
    };

    private static SystemAnswer Query(SystemState state, SystemCall call) => call switch
    {
        QueryActiveCount { Group: { } group } => Number(BitOperations.PopCount(state.MaskOf(group))),
        QueryActiveCount => Number(state.Processors.Length),
        QueryAffinity it => new(0, state.MaskOf(it.Group)),
        QueryMaximumCount { Group: { } group } =>
            Number(Math.Clamp(state.MaximumProcessors - (group * 64), 0, 64)),
        QueryMaximumCount => Number(state.MaximumProcessors),
        QueryGroupCount { Maximum: true } => Number(state.MaximumGroups),
        QueryGroupCount => Number(state.Processors.Select(one => one.Group).Distinct().Count()),
        LocateProcessor it => Numbered(state, it.Index) is { } processor
            ? Number((processor.Group * 64) + processor.Number)
            : new(InvalidParameter, 0),
        FindProcessor it => IndexOf(state, it.Group, it.Number) is >= 0 and var index ? Number(index)
            : state.Starting is { } starting && starting.Group == it.Group && starting.Number == it.Number
                ? Number(starting.Index)
                : new(InvalidParameter, 0),
        CurrentProcessor => Number(state.CurrentProcessor),
        ReadObsoleteCount => Number(state.ProcessorsAtStart),
        QueryHardwareId it => it.Index >= 0 && it.Index < state.Processors.Length
            ? Number(FirstHardwareId + it.Index + (state.Replacements * FirstHardwareId * 64))
            : new(InvalidParameter, 0),
        QueryMemory => new(0, state.Memory),
        QueryProcessAffinity => new(0, state.ProcessAffinity),
        _ => new(InvalidParameter, 0),
    };

    private static (SystemState State, SystemAnswer Answer) Allocated(SystemState state, Allocate call)
    {
        var counted = state with { FailingAllocation = Math.Max(0, state.FailingAllocation - 1) };
        var limit = call.Pool == PoolKind.Pages ? state.Memory / 2 : state.PoolBytes;
        var used = state.Allocations.Values.Where(one => one.Pool == call.Pool)
            .Aggregate(0UL, (sum, one) => sum + one.Bytes);
        return state.FailingAllocation == 1 || call.Bytes > limit || used > limit - call.Bytes
            ? Error(counted, InsufficientResources)
            : (counted with
            {
                Allocations = state.Allocations.Add(state.NextHandle, call),
                NextHandle = state.NextHandle + 1,
            }, new(0, state.NextHandle));
    }

    private static (SystemState State, SystemAnswer Answer) Registered(SystemState state, SystemCall call) =>
        state.FailingRegistration
            ? Error(state, InsufficientResources)
            : (state with
            {
                Registrations = state.Registrations.Add(state.NextHandle, call),
                NextHandle = state.NextHandle + 1,
            }, new(0, state.NextHandle));

    private static (SystemState State, SystemAnswer Answer) Placed(SystemState state, SystemCall call)
    {
        var handle = state.NextHandle;
        var next = state with { NextHandle = handle + 1 };
        return call switch
        {
            ConnectInterrupt it when (it.Mask & state.MaskOf(it.Group)) != 0 => (
                next with { Interrupts =
                    state.Interrupts.Add(handle, new(it.Group, it.Mask & state.MaskOf(it.Group))) },
                new(0, handle)),
            StartThread it when it.Mask == 0 || IsActive(state, it.Group, it.Mask) => (
                next with { Threads = state.Threads.Add(handle, new(it.Group, it.Mask)) }, new(0, handle)),
            SetThreadAffinity it when !state.Threads.ContainsKey(it.Thread) => Error(state, InvalidHandle),
            SetThreadAffinity it when it.Mask == 0 || IsActive(state, it.Group, it.Mask) => Done(
                state with { Threads = state.Threads.SetItem(it.Thread, new(it.Group, it.Mask)) }),
            QueueDpc it when IndexOf(state, it.Group, it.Number) is >= 0 and var index =>
                Done(state with { Dpcs = state.Dpcs.Add(index) }),
            DisconnectInterrupt it when state.Interrupts.ContainsKey(it.Interrupt) =>
                Done(state with { Interrupts = state.Interrupts.Remove(it.Interrupt) }),
            StopThread it when state.Threads.ContainsKey(it.Thread) =>
                Done(state with { Threads = state.Threads.Remove(it.Thread) }),
            DisconnectInterrupt or StopThread => Error(state, InvalidHandle),
            _ => Error(state, InvalidParameter),
        };
    }

    private static bool IsActive(SystemState state, int group, ulong mask) => (mask & ~state.MaskOf(group)) == 0;

    // The one whose add has begun has a number, too.
    private static ProcessorNumber? Numbered(SystemState state, int index) =>
        index >= 0 && index < state.Processors.Length ? state.Processors[index]
            : state.Starting?.Index == index ? state.Starting
            : null;

    private static int IndexOf(SystemState state, int group, int number)
    {
        foreach (var processor in state.Processors)
        {
            if (processor.Group == group && processor.Number == number)
            {
                return processor.Index;
            }
        }

        return -1;
    }

    private static SystemAnswer Number(int value) => new(0, (ulong)value);

    private static (SystemState State, SystemAnswer Answer) Done(SystemState state) => (state, new(0, 0));

    private static (SystemState State, SystemAnswer Answer) Error(SystemState state, int status) =>
        (state, new(status, 0));
}
