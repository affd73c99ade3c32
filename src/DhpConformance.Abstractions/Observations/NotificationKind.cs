using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>What software in a partition can be notified of. Sources: sections 4 and 9 to 12 of the facts.</summary>
[JsonConverter(typeof(KebabCaseConverter<NotificationKind>))]
public enum NotificationKind
{
    /// <summary>
    /// Processor-change callback: a processor is about to be added. A status other than 0 vetoes it.
    /// Sources: DHP-SYN-07, -11.
    /// </summary>
    ProcessorStart,

    /// <summary>Processor-change callback: the processor was added. Source: DHP-SYN-07.</summary>
    ProcessorComplete,

    /// <summary>Processor-change callback: the processor was not added. Source: DHP-SYN-07.</summary>
    ProcessorFailure,

    /// <summary>A driver is notified that an interface has arrived. Source: DHP-ASY-01.</summary>
    InterfaceArrival,

    /// <summary>A driver is notified that an interface has gone. Source: DHP-ASY-06.</summary>
    InterfaceRemoval,

    /// <summary>An application is notified that a device has arrived. Source: DHP-APP-01.</summary>
    DeviceArrival,

    /// <summary>An application is notified that a device has gone.</summary>
    DeviceRemoval,

    /// <summary>May the device be stopped for a rebalance? A status other than 0 says no. Source: DHP-REB-07.</summary>
    QueryStop,

    /// <summary>The device is stopped. Source: DHP-REB-07.</summary>
    Stop,

    /// <summary>The device is started again. A status other than 0 says that it failed. Source: DHP-REB-07.</summary>
    Start,

    /// <summary>The device is not stopped after all. Source: DHP-REB-15.</summary>
    CancelStop,

    /// <summary>The device is gone, without having been asked. Source: DHP-REB-17.</summary>
    SurpriseRemoval,

    /// <summary>May the partition sleep? A status other than 0 says no. Source: DHP-PWR-01.</summary>
    QueryPower,

    /// <summary>The partition goes to the pseudo-S4 sleep state. Source: DHP-REP-08.</summary>
    SetPowerSleep,

    /// <summary>The device has reached D3. Source: DHP-REP-12.</summary>
    DeviceAsleep,

    /// <summary>The service processor has swapped the units. Source: DHP-REP-04.</summary>
    UnitsSwapped,

    /// <summary>The partition is back in S0. Source: DHP-REP-16.</summary>
    SetPowerWorking,

    /// <summary>The device is back in D0. Source: DHP-PWR-08.</summary>
    DeviceAwake,

    /// <summary>An I/O request has completed. Source: DHP-REB-18.</summary>
    IoCompleted,

    /// <summary>A hibernation file was written. Must never happen in a hot replace. Source: DHP-REP-09.</summary>
    HibernationFileWritten,

    /// <summary>The high memory condition was signalled: a hint, not a promise. Source: DHP-MEM-05.</summary>
    HighMemory,
}
