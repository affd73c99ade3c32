using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>What the operating system has to say to a consumer under test. The family is closed.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(LoadEvent), "load")]
[JsonDerivedType(typeof(UnloadEvent), "unload")]
[JsonDerivedType(typeof(ProcessorChangeEvent), "processor-change")]
[JsonDerivedType(typeof(InterfaceChangeEvent), "interface-change")]
[JsonDerivedType(typeof(WindowMessageEvent), "window-message")]
[JsonDerivedType(typeof(StartDeviceEvent), "start-device")]
[JsonDerivedType(typeof(QueryStopEvent), "query-stop")]
[JsonDerivedType(typeof(StopDeviceEvent), "stop-device")]
[JsonDerivedType(typeof(CancelStopEvent), "cancel-stop")]
[JsonDerivedType(typeof(RemoveDeviceEvent), "remove-device")]
[JsonDerivedType(typeof(QueryPowerEvent), "query-power")]
[JsonDerivedType(typeof(SetPowerEvent), "set-power")]
[JsonDerivedType(typeof(IoEvent), "io")]
[JsonDerivedType(typeof(RunEvent), "run")]
[JsonDerivedType(typeof(InterruptEvent), "interrupt")]
[JsonDerivedType(typeof(TickEvent), "tick")]
public abstract record ConsumerEvent
{
    // The family is closed: an event that the model does not know could not be judged.
    private protected ConsumerEvent()
    {
    }
}

/// <summary>It is loaded, or its process started. An error ends the case.</summary>
public sealed record LoadEvent : ConsumerEvent;

/// <summary>It is unloaded, or its process ends.</summary>
public sealed record UnloadEvent : ConsumerEvent;

/// <summary>A processor-change callback. Its status is the operation status that the routine left.</summary>
/// <param name="Registration">The handle that the registration answered; 0 while it is being made.</param>
/// <param name="State">How far the add is.</param>
/// <param name="Index">System-wide index of the processor.</param>
/// <param name="Group">Its group.</param>
/// <param name="Number">Its number in the group, 0 to 63.</param>
/// <param name="Status">Why it was not added; 0 in other states.</param>
public sealed record ProcessorChangeEvent(
    ulong Registration, ProcessorChangeState State, int Index, int Group, int Number, int Status) : ConsumerEvent;

/// <summary>A device interface has come or gone: the Plug and Play notification of drivers.</summary>
/// <param name="Registration">The handle that the registration answered.</param>
/// <param name="Class">What came or went.</param>
/// <param name="Arrival">Whether it came.</param>
/// <param name="Device">The symbolic link of the interface: the same device, the same text.</param>
public sealed record InterfaceChangeEvent(
    ulong Registration, InterfaceClass Class, bool Arrival, string Device) : ConsumerEvent;

/// <summary>A device-change message to a window of an application.</summary>
/// <param name="Arrival">Whether something came; if not, it is another code.</param>
/// <param name="IsInterface">Whether it speaks of a device interface, and not of a volume or a port.</param>
/// <param name="Class">What came or went, if it is an interface.</param>
public sealed record WindowMessageEvent(bool Arrival, bool IsInterface, InterfaceClass Class) : ConsumerEvent;

/// <summary>The device is started: at first, and after each stop.</summary>
/// <param name="Group">The group of the processors that its interrupt may go to.</param>
/// <param name="Mask">These processors.</param>
public sealed record StartDeviceEvent(int Group, ulong Mask) : ConsumerEvent;

/// <summary>May the device be stopped for a rebalance?</summary>
public sealed record QueryStopEvent : ConsumerEvent;

/// <summary>The device is stopped for a rebalance. Only after a query that was granted.</summary>
public sealed record StopDeviceEvent : ConsumerEvent;

/// <summary>The device is not stopped after all. It may come without a query before.</summary>
public sealed record CancelStopEvent : ConsumerEvent;

/// <summary>The device is removed; what it holds is given back.</summary>
public sealed record RemoveDeviceEvent : ConsumerEvent;

/// <summary>May the system go to this state?</summary>
/// <param name="Power">The state.</param>
public sealed record QueryPowerEvent(SystemPower Power) : ConsumerEvent;

/// <summary>The system goes to this state, or comes back from it.</summary>
/// <param name="Power">The state.</param>
public sealed record SetPowerEvent(SystemPower Power) : ConsumerEvent;

/// <summary>A read or write for the device. It ends with <see cref="CompleteIo"/>, now or later.</summary>
/// <param name="Request">Its number.</param>
/// <param name="Processor">Index of the processor that the routine runs on.</param>
/// <param name="Address">The physical address to transfer to.</param>
/// <param name="Bytes">How much.</param>
public sealed record IoEvent(ulong Request, int Processor, ulong Address, uint Bytes) : ConsumerEvent;

/// <summary>A thread or a DPC of the consumer runs on this processor.</summary>
/// <param name="Processor">Index of the processor.</param>
public sealed record RunEvent(int Processor) : ConsumerEvent;

/// <summary>The interrupt of the device is served on this processor. The work that it was given is done.</summary>
/// <param name="Interrupt">The handle that connecting it answered.</param>
/// <param name="Processor">Index of the processor.</param>
public sealed record InterruptEvent(ulong Interrupt, int Processor) : ConsumerEvent;

/// <summary>Time has passed. Whatever is due after so long is due now.</summary>
/// <param name="Milliseconds">How much, 1 or more.</param>
public sealed record TickEvent(int Milliseconds) : ConsumerEvent;
