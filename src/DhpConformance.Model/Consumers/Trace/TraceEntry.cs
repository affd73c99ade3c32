using DhpConformance.Abstractions;

namespace DhpConformance.Model.Consumers;

/// <summary>One thing that was seen while a consumer was driven.</summary>
/// <param name="After">The operating system after it.</param>
public abstract record TraceEntry(SystemState After);

/// <summary>The consumer was given an event.</summary>
/// <param name="Event">The event.</param>
/// <param name="After">The operating system after it.</param>
public sealed record EventBegun(ConsumerEvent Event, SystemState After) : TraceEntry(After);

/// <summary>It has answered the latest event that it had not answered yet.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="After">The operating system after it.</param>
public sealed record EventEnded(ConsumerAnswer Answer, SystemState After) : TraceEntry(After);

/// <summary>It has called.</summary>
/// <param name="Call">The call.</param>
/// <param name="Answer">What it was answered.</param>
/// <param name="After">The operating system after it.</param>
public sealed record Called(SystemCall Call, SystemAnswer Answer, SystemState After) : TraceEntry(After);

/// <summary>Something happened; this does not notify the consumer.</summary>
/// <param name="What">What.</param>
/// <param name="After">The operating system after it.</param>
public sealed record Happened(Happening What, SystemState After) : TraceEntry(After);

/// <summary>What happens beside the consumer.</summary>
public enum Happening
{
    /// <summary>The system has started.</summary>
    SystemStarted,

    /// <summary>A processor was added: the last one by index.</summary>
    ProcessorActivated,

    /// <summary>Memory was added.</summary>
    MemoryGrew,

    /// <summary>Every device was put to sleep.</summary>
    Suspended,

    /// <summary>The silicon behind the processors is another.</summary>
    Replaced,

    /// <summary>Everything that was under way has come to its end.</summary>
    Settled,
}
