using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>A call to the operating system, as plain data. The family is closed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "call")]
[JsonDerivedType(typeof(QueryActiveCount), "query-active-count")]
[JsonDerivedType(typeof(QueryAffinity), "query-affinity")]
[JsonDerivedType(typeof(QueryMaximumCount), "query-maximum-count")]
[JsonDerivedType(typeof(QueryGroupCount), "query-group-count")]
[JsonDerivedType(typeof(LocateProcessor), "locate-processor")]
[JsonDerivedType(typeof(FindProcessor), "find-processor")]
[JsonDerivedType(typeof(CurrentProcessor), "current-processor")]
[JsonDerivedType(typeof(ReadObsoleteCount), "read-obsolete-count")]
[JsonDerivedType(typeof(QueryHardwareId), "query-hardware-id")]
[JsonDerivedType(typeof(QueryMemory), "query-memory")]
[JsonDerivedType(typeof(RegisterProcessorCallback), "register-processor-callback")]
[JsonDerivedType(typeof(RegisterInterface), "register-interface")]
[JsonDerivedType(typeof(CloseRegistration), "close-registration")]
[JsonDerivedType(typeof(Allocate), "allocate")]
[JsonDerivedType(typeof(Free), "free")]
[JsonDerivedType(typeof(Touch), "touch")]
[JsonDerivedType(typeof(ConnectInterrupt), "connect-interrupt")]
[JsonDerivedType(typeof(DisconnectInterrupt), "disconnect-interrupt")]
[JsonDerivedType(typeof(StartThread), "start-thread")]
[JsonDerivedType(typeof(SetThreadAffinity), "set-thread-affinity")]
[JsonDerivedType(typeof(StopThread), "stop-thread")]
[JsonDerivedType(typeof(QueueDpc), "queue-dpc")]
[JsonDerivedType(typeof(StartDma), "start-dma")]
[JsonDerivedType(typeof(StopDma), "stop-dma")]
[JsonDerivedType(typeof(TouchHardware), "touch-hardware")]
[JsonDerivedType(typeof(CompleteIo), "complete-io")]
[JsonDerivedType(typeof(SetDevicePower), "set-device-power")]
[JsonDerivedType(typeof(QueryProcessAffinity), "query-process-affinity")]
[JsonDerivedType(typeof(SetProcessAffinity), "set-process-affinity")]
[JsonDerivedType(typeof(Wait), "wait")]
public abstract record SystemCall
{
    // The family is closed: a call that the model does not know could not be judged.
    private protected SystemCall()
    {
    }
}

/// <summary>How many processors are active, in a group or in all.</summary>
/// <param name="Group">The group; null for all. An unknown one has 0.</param>
public sealed record QueryActiveCount(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Group = null) : SystemCall;

/// <summary>Which processors of a group are active: bit <c>i</c> stands for number <c>i</c>.</summary>
/// <param name="Group">The group. An unknown one has 0.</param>
public sealed record QueryAffinity(int Group) : SystemCall;

/// <summary>How many processors there can ever be until the next start, in a group or in all.</summary>
/// <param name="Group">The group; null for all. An unknown one has 0.</param>
public sealed record QueryMaximumCount(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Group = null) : SystemCall;

/// <summary>How many groups there are.</summary>
/// <param name="Maximum">Whether those are counted that have no active processor yet.</param>
public sealed record QueryGroupCount(bool Maximum) : SystemCall;

/// <summary>Group and number of a processor: answers group × 64 + number, or an error.</summary>
/// <param name="Index">Its system-wide index.</param>
public sealed record LocateProcessor(int Index) : SystemCall;

/// <summary>The system-wide index of a processor, or an error.</summary>
/// <param name="Group">Its group.</param>
/// <param name="Number">Its number in the group.</param>
public sealed record FindProcessor(int Group, int Number) : SystemCall;

/// <summary>The index of the processor that the event is handled on.</summary>
public sealed record CurrentProcessor : SystemCall;

/// <summary>Reads the obsolete variable with the number of processors at the start of the system.</summary>
public sealed record ReadObsoleteCount : SystemCall;

/// <summary>The identity of the silicon behind a processor, such as its APIC id. A replace changes it.</summary>
/// <param name="Index">The system-wide index.</param>
public sealed record QueryHardwareId(int Index) : SystemCall;

/// <summary>How much physical memory there is, in bytes.</summary>
public sealed record QueryMemory : SystemCall;

/// <summary>Asks to be called when processors are added: answers a handle, 0 if it failed.</summary>
/// <param name="AddExisting">Whether also for those that are active already, before this call is answered.</param>
/// <param name="Context">The allocation that holds the context of the routine; 0 if none does.</param>
public sealed record RegisterProcessorCallback(bool AddExisting, ulong Context = 0) : SystemCall;

/// <summary>Asks to hear of interfaces of a class, or of a window message for them: answers a handle.</summary>
/// <param name="Class">The class.</param>
/// <param name="IncludeExisting">Whether also of those that are there already.</param>
/// <param name="Context">The allocation that holds the context of the routine; 0 if none does.</param>
public sealed record RegisterInterface(InterfaceClass Class, bool IncludeExisting, ulong Context = 0) : SystemCall;

/// <summary>Takes a registration back.</summary>
/// <param name="Registration">Its handle.</param>
public sealed record CloseRegistration(ulong Registration) : SystemCall;

/// <summary>Allocates memory: answers a handle, 0 if there is not so much.</summary>
/// <param name="Bytes">How much.</param>
/// <param name="Pool">From where.</param>
public sealed record Allocate(ulong Bytes, PoolKind Pool = PoolKind.Nonpaged) : SystemCall;

/// <summary>Gives memory back.</summary>
/// <param name="Allocation">Its handle.</param>
public sealed record Free(ulong Allocation) : SystemCall;

/// <summary>
/// Reads or writes memory. An error says that there is none at that place, for which a driver would have got a bug
/// check. A kit that can see accesses itself need not call it.
/// </summary>
/// <param name="Allocation">Its handle.</param>
/// <param name="Offset">Where, in bytes from its beginning.</param>
public sealed record Touch(ulong Allocation, ulong Offset = 0) : SystemCall;

/// <summary>Connects the interrupt of the device: answers a handle.</summary>
/// <param name="Group">The group of the processors that it may be served on.</param>
/// <param name="Mask">These processors.</param>
public sealed record ConnectInterrupt(int Group, ulong Mask) : SystemCall;

/// <summary>Disconnects an interrupt.</summary>
/// <param name="Interrupt">Its handle.</param>
public sealed record DisconnectInterrupt(ulong Interrupt) : SystemCall;

/// <summary>Starts a thread: answers a handle.</summary>
/// <param name="Group">The group of the processors that it may run on.</param>
/// <param name="Mask">These processors; 0 for any.</param>
public sealed record StartThread(int Group, ulong Mask) : SystemCall;

/// <summary>Says on which processors a thread may run.</summary>
/// <param name="Thread">Its handle.</param>
/// <param name="Group">Their group.</param>
/// <param name="Mask">These processors; 0 for any.</param>
public sealed record SetThreadAffinity(ulong Thread, int Group, ulong Mask) : SystemCall;

/// <summary>Ends a thread.</summary>
/// <param name="Thread">Its handle.</param>
public sealed record StopThread(ulong Thread) : SystemCall;

/// <summary>Queues a DPC on a processor. It runs after the event, as <see cref="RunEvent"/>.</summary>
/// <param name="Group">The group of the processor.</param>
/// <param name="Number">Its number in the group.</param>
public sealed record QueueDpc(int Group, int Number) : SystemCall;

/// <summary>Lets the device transfer to or from memory.</summary>
/// <param name="Address">The physical address that the device is given.</param>
public sealed record StartDma(ulong Address) : SystemCall;

/// <summary>Ends all transfers.</summary>
public sealed record StopDma : SystemCall;

/// <summary>Reads or writes a register of the device.</summary>
public sealed record TouchHardware : SystemCall;

/// <summary>Completes a request.</summary>
/// <param name="Request">Its number.</param>
/// <param name="Status">0 for success, less for an error.</param>
public sealed record CompleteIo(ulong Request, int Status) : SystemCall;

/// <summary>Switches the device on or off.</summary>
/// <param name="Power">Which.</param>
public sealed record SetDevicePower(DevicePower Power) : SystemCall;

/// <summary>On which processors of group 0 the threads of this process may run.</summary>
public sealed record QueryProcessAffinity : SystemCall;

/// <summary>Says on which processors of group 0 the threads of this process may run.</summary>
/// <param name="Mask">These processors.</param>
public sealed record SetProcessAffinity(ulong Mask) : SystemCall;

/// <summary>
/// Waits until something else has happened, or for a time. DPCs and interrupts of the consumer come inside this call.
/// </summary>
/// <param name="Milliseconds">How long at most; 0 for ever.</param>
public sealed record Wait(int Milliseconds) : SystemCall;
