using DhpConformance.Abstractions;

namespace DhpConformance.Model.Consumers;

/// <summary>The processors that calls put threads, DPCs and interrupts on.</summary>
public static class CallTargets
{
    /// <summary>The processors that a call aims at; null if it aims at none.</summary>
    public static GroupMask? Of(SystemCall call) => call switch
    {
        StartThread { Mask: > 0 } it => new(it.Group, it.Mask),
        SetThreadAffinity { Mask: > 0 } it => new(it.Group, it.Mask),
        QueueDpc { Number: >= 0 and < 64 } it => new(it.Group, 1UL << it.Number),
        QueueDpc it => new(it.Group, 0),
        ConnectInterrupt { Mask: not ulong.MaxValue } it => new(it.Group, it.Mask),
        _ => null,
    };

    /// <summary>The index of the processor on which something of the consumer runs; null for other events.</summary>
    public static int? ProcessorOf(ConsumerEvent happening) => happening switch
    {
        RunEvent it => it.Processor,
        IoEvent it => it.Processor,
        InterruptEvent it => it.Processor,
        _ => null,
    };

    /// <summary>Whether a call lets a thread run on any processor.</summary>
    public static bool IsUnbound(SystemCall call) => call is StartThread { Mask: 0 } or SetThreadAffinity { Mask: 0 };

    /// <summary>How many calls of a trace let a thread run on any processor.</summary>
    public static int UnboundIn(ConsumerTrace trace)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return trace.Entries.OfType<Called>().Count(called => IsUnbound(called.Call));
    }

    /// <summary>Whether each of these processors has a thread that is bound to it.</summary>
    public static bool HaveThreads(SystemState state, IEnumerable<ProcessorNumber> processors)
    {
        ArgumentNullException.ThrowIfNull(state);
        return processors.All(processor => state.Threads.Values.Any(thread =>
            thread.Mask != 0 && SystemState.Covers(thread, processor)));
    }
}
