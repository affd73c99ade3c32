using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>A class of device interfaces whose arrivals a consumer may ask for.</summary>
[JsonConverter(typeof(KebabCaseConverter<InterfaceClass>))]
public enum InterfaceClass
{
    /// <summary>Processors: <c>GUID_DEVICE_PROCESSOR</c>.</summary>
    Processor,

    /// <summary>Memory modules: <c>GUID_DEVICE_MEMORY</c>.</summary>
    Memory,

    /// <summary>Something else, that is no matter of dynamic partitioning.</summary>
    Other,
}

/// <summary>How far the add of a processor is.</summary>
[JsonConverter(typeof(KebabCaseConverter<ProcessorChangeState>))]
public enum ProcessorChangeState
{
    /// <summary>It is about to be added: time to prepare, and the only time to object.</summary>
    Start,

    /// <summary>It was added, and threads are scheduled on it.</summary>
    Complete,

    /// <summary>It was not added.</summary>
    Failure,
}

/// <summary>Where memory of the kernel comes from.</summary>
[JsonConverter(typeof(KebabCaseConverter<PoolKind>))]
public enum PoolKind
{
    /// <summary>Never paged out. Its size is fixed when the operating system starts.</summary>
    Nonpaged,

    /// <summary>May be paged out. Its size is fixed when the operating system starts.</summary>
    Paged,

    /// <summary>No pool: pages of physical memory, or memory of a process.</summary>
    Pages,
}

/// <summary>The power of a device.</summary>
[JsonConverter(typeof(KebabCaseConverter<DevicePower>))]
public enum DevicePower
{
    /// <summary>It works.</summary>
    D0,

    /// <summary>It is off.</summary>
    D3,
}

/// <summary>The power of the whole system.</summary>
[JsonConverter(typeof(KebabCaseConverter<SystemPower>))]
public enum SystemPower
{
    /// <summary>It works.</summary>
    S0,

    /// <summary>It sleeps. A hot replace puts it there for a while, without a hibernation file.</summary>
    S4,
}
