using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Consumers;

namespace DhpConformance.Engine.Consumers;

/// <summary>A consumer and the machine that it is on at one moment.</summary>
/// <param name="Processors">The active processors, those with the same use together.</param>
/// <param name="Memory">Physical memory in bytes.</param>
/// <param name="PoolBytes">What each pool can hold in bytes.</param>
/// <param name="Allocations">How many blocks of memory the consumer holds.</param>
/// <param name="AllocatedBytes">How many bytes these have.</param>
/// <param name="AnywhereThreads">Its threads that may run on any processor.</param>
/// <param name="Registrations">What it is registered for, as on the wire.</param>
/// <param name="Device">How far its device is.</param>
/// <param name="DevicePower">The power of its device.</param>
/// <param name="SystemPower">The power of the system.</param>
/// <param name="Requests">The requests that it has not completed.</param>
/// <param name="Transfers">The addresses that its device transfers to.</param>
public sealed record ConsumerPicture(
    ImmutableArray<ProcessorUse> Processors,
    ulong Memory,
    ulong PoolBytes,
    int Allocations,
    ulong AllocatedBytes,
    int AnywhereThreads,
    ImmutableArray<string> Registrations,
    DeviceStage Device,
    DevicePower DevicePower,
    SystemPower SystemPower,
    int Requests,
    int Transfers)
{
    internal static ConsumerPicture Of(SystemState state) => new(
        ProcessorUse.Of(state),
        state.Memory,
        state.PoolBytes,
        state.Allocations.Count,
        state.AllocatedBytes,
        state.Threads.Values.Count(thread => thread.Mask == 0),
        [.. state.Registrations.Values.Select(Named)],
        state.Device,
        state.DevicePower,
        state.SystemPower,
        state.Requests.Count,
        state.Dma.Count);

    private static string Named(SystemCall call) => call is RegisterInterface it
        ? $"{CallNames.Of(call)} {Words.Of(it.Class)}"
        : CallNames.Of(call);
}

/// <summary>
/// Processors with consecutive numbers in one group that the consumer makes the same use of.
/// </summary>
/// <param name="Group">The group.</param>
/// <param name="First">The number of the first in the group, 0 to 63.</param>
/// <param name="Last">The number of the last in the group, 0 to 63.</param>
/// <param name="FirstIndex">The index of the first in the whole system.</param>
/// <param name="IsAdded">Whether they were added since the system started.</param>
/// <param name="Threads">How many threads are bound to each.</param>
/// <param name="Interrupts">How many interrupts are connected to each.</param>
/// <param name="Dpcs">How many DPCs wait on each.</param>
public sealed record ProcessorUse(
    int Group, int First, int Last, int FirstIndex, bool IsAdded, int Threads, int Interrupts, int Dpcs)
{
    internal static ImmutableArray<ProcessorUse> Of(SystemState state)
    {
        var uses = new List<ProcessorUse>();
        foreach (var processor in state.Processors)
        {
            var next = Of(state, processor);
            if (uses.Count > 0 && uses[^1] is var last && last.Last == next.First - 1
                && last with { First = next.First, Last = next.Last, FirstIndex = next.FirstIndex } == next)
            {
                uses[^1] = last with { Last = next.Last };
            }
            else
            {
                uses.Add(next);
            }
        }

        return [.. uses];
    }

    private static ProcessorUse Of(SystemState state, ProcessorNumber processor) => new(
        processor.Group,
        processor.Number,
        processor.Number,
        processor.Index,
        processor.Index >= state.ProcessorsAtStart,
        Bound(state.Threads, processor),
        Bound(state.Interrupts, processor),
        state.Dpcs.Count(index => index == processor.Index));

    private static int Bound(ImmutableSortedDictionary<ulong, GroupMask> all, ProcessorNumber processor) =>
        all.Values.Count(one => one.Mask != 0 && SystemState.Covers(one, processor));
}
