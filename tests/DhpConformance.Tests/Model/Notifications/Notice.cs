using DhpConformance.Abstractions;
using static DhpConformance.Abstractions.NotificationKind;

namespace DhpConformance.Tests.Model.Notifications;

/// <summary>
/// Notifications as they are right in partition p0 of a <see cref="Scenario"/>: around the hot add of processor u6,
/// its hot replace for u0, or the hot add of module u8. Those that name no operation belong to the last one.
/// </summary>
internal static class Notice
{
    private const long GiB = 1L << 30;

    /// <summary>The processor that u0 brings.</summary>
    public static LogicalProcessor First { get; } = new(0, 0, 0, new(0));

    /// <summary>The processor that u6 brings.</summary>
    public static LogicalProcessor Second { get; } = new(1, 0, 1, new(6));

    public static Notification Start(int driver) => About(ProcessorStart, driver, new(6), Second, active: 1);

    public static Notification Complete(int driver) => About(ProcessorComplete, driver, new(6), Second, active: 2);

    public static Notification Failure(int driver) =>
        About(ProcessorFailure, driver, new(6), Second, active: 1) with { Status = 1 };

    public static Notification Arrival(int driver) => About(InterfaceArrival, driver, new(6), Second, active: 2);

    public static Notification DeviceArrival(int application) =>
        About(NotificationKind.DeviceArrival, application, new(6), Second, active: 2);

    public static Notification MemoryArrival(int driver) => Memory(InterfaceArrival, driver);

    public static Notification MemoryDeviceArrival(int application) =>
        Memory(NotificationKind.DeviceArrival, application);

    /// <summary>A step of a rebalance, after the processor was added.</summary>
    public static Notification Device(NotificationKind kind, int driver, int status = 0) =>
        Of(kind, driver) with { ActiveProcessors = 2, Status = status };

    /// <summary>A step of a hot replace, or I/O in a partition of one processor.</summary>
    public static Notification Power(NotificationKind kind, int driver, int status = 0) =>
        Of(kind, driver) with { Status = status };

    public static Notification Swapped { get; } = Of(UnitsSwapped, null) with { Unit = new UnitId(6) };

    public static Notification Completed(int driver, int request, int status = 0) =>
        Of(IoCompleted, driver) with { Request = request, Status = status };

    /// <summary>Something that happens to the partition itself.</summary>
    public static Notification Of(NotificationKind kind, int? consumer) => new()
    {
        Partition = Scenario.P0,
        Kind = kind,
        Operation = 0,
        Consumer = consumer is { } id ? new ConsumerId(id) : null,
        ActiveProcessors = 1,
        MemoryBytes = GiB,
    };

    /// <summary>The same, of the unit with two logical processors: its first or its second.</summary>
    public static Notification Twin(Notification notice, int component) => notice with
    {
        Unit = new UnitId(7),
        Processor = new(component + 1, 0, component + 1, new(7)),
        ActiveProcessors = notice.ActiveProcessors + component,
    };

    /// <summary>The same, of the processor that was there from the beginning, when nothing else is.</summary>
    public static Notification Existing(Notification notice) => notice with
    {
        Unit = new UnitId(0),
        Processor = First,
    };

    private static Notification Memory(NotificationKind kind, int consumer) =>
        Of(kind, consumer) with { Unit = new UnitId(8), MemoryBytes = 2 * GiB };

    private static Notification About(
        NotificationKind kind, int consumer, UnitId unit, LogicalProcessor processor, int active) =>
        Of(kind, consumer) with { Unit = unit, Processor = processor, ActiveProcessors = active };
}
