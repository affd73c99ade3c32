using System.Text.Json.Serialization;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Consumers;

/// <summary>Something that the virtual operating system does with a consumer under test.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "step")]
[JsonDerivedType(typeof(AddProcessor), "add-processor")]
[JsonDerivedType(typeof(AddMemory), "add-memory")]
[JsonDerivedType(typeof(RepeatArrival), "repeat-arrival")]
[JsonDerivedType(typeof(AnnounceRemoval), "announce-removal")]
[JsonDerivedType(typeof(SendMessage), "send-message")]
[JsonDerivedType(typeof(SubmitRequest), "submit-request")]
[JsonDerivedType(typeof(RunOn), "run-on")]
[JsonDerivedType(typeof(InterruptOn), "interrupt-on")]
[JsonDerivedType(typeof(RequestRebalance), "request-rebalance")]
[JsonDerivedType(typeof(QueryStop), "query-stop")]
[JsonDerivedType(typeof(StopDevice), "stop-device")]
[JsonDerivedType(typeof(CancelStop), "cancel-stop")]
[JsonDerivedType(typeof(RestartDevice), "restart-device")]
[JsonDerivedType(typeof(QuerySleep), "query-sleep")]
[JsonDerivedType(typeof(Suspend), "suspend")]
[JsonDerivedType(typeof(ReplaceSilicon), "replace-silicon")]
[JsonDerivedType(typeof(Resume), "resume")]
[JsonDerivedType(typeof(PassTime), "pass-time")]
[JsonDerivedType(typeof(DeliverArrivals), "deliver-arrivals")]
[JsonDerivedType(typeof(SettleAll), "settle")]
public abstract record ConsumerStep
{
    private protected ConsumerStep()
    {
    }
}

/// <summary>A processor is hot added.</summary>
/// <param name="Group">Its group.</param>
/// <param name="Number">Its number in the group.</param>
public sealed record AddProcessor(int Group, int Number) : ConsumerStep
{
    /// <summary>Whether another driver objects, so that it is not added.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Vetoed { get; init; }

    /// <summary>Which allocation fails in the callbacks, counted from 1; 0 for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int FailingAllocation { get; init; }
}

/// <summary>Memory is hot added.</summary>
/// <param name="Bytes">How much.</param>
public sealed record AddMemory(ulong Bytes) : ConsumerStep;

/// <summary>The second notification of an interface that was there at the registration.</summary>
/// <param name="Class">Its class.</param>
public sealed record RepeatArrival(InterfaceClass Class) : ConsumerStep;

/// <summary>An interface of the class goes away.</summary>
/// <param name="Class">The class.</param>
public sealed record AnnounceRemoval(InterfaceClass Class) : ConsumerStep;

/// <summary>A device-change message that is no arrival of a processor or of memory.</summary>
/// <param name="Arrival">Whether it is an arrival, of something else.</param>
/// <param name="IsInterface">Whether it speaks of an interface.</param>
public sealed record SendMessage(bool Arrival, bool IsInterface) : ConsumerStep;

/// <summary>A request for the device.</summary>
/// <param name="Processor">Index of the processor that it is dispatched on; beyond the last one means the last.</param>
public sealed record SubmitRequest(int Processor) : ConsumerStep;

/// <summary>A thread or a DPC of the consumer runs.</summary>
/// <param name="Processor">Index of the processor; beyond the last one means the last.</param>
public sealed record RunOn(int Processor) : ConsumerStep;

/// <summary>The interrupt of the device is served.</summary>
/// <param name="Processor">Index of the processor; beyond the last one means the last.</param>
public sealed record InterruptOn(int Processor) : ConsumerStep;

/// <summary>Something else than an add makes a rebalance due; it runs when everything settles.</summary>
public sealed record RequestRebalance : ConsumerStep;

/// <summary>The device is asked whether it may be stopped.</summary>
public sealed record QueryStop : ConsumerStep;

/// <summary>The device is stopped, if it has agreed.</summary>
public sealed record StopDevice : ConsumerStep;

/// <summary>The device is not stopped after all.</summary>
public sealed record CancelStop : ConsumerStep;

/// <summary>The device is started again, if it is stopped.</summary>
public sealed record RestartDevice : ConsumerStep;

/// <summary>The drivers are asked whether the system may sleep, and nothing follows.</summary>
public sealed record QuerySleep : ConsumerStep;

/// <summary>The system sleeps, as in a hot replace.</summary>
public sealed record Suspend : ConsumerStep;

/// <summary>The silicon behind the processors is replaced, while the system sleeps.</summary>
public sealed record ReplaceSilicon : ConsumerStep;

/// <summary>The system comes back.</summary>
public sealed record Resume : ConsumerStep;

/// <summary>Time passes.</summary>
/// <param name="Milliseconds">How much.</param>
public sealed record PassTime(int Milliseconds) : ConsumerStep;

/// <summary>Interface notifications that are on their way arrive.</summary>
public sealed record DeliverArrivals : ConsumerStep;

/// <summary>Whatever is under way comes to its end: arrivals, a rebalance, DPCs, requests.</summary>
public sealed record SettleAll : ConsumerStep;
