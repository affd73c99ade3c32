using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>
/// Something that an implementation may or may not be able to do. What is not claimed is not judged: only that the
/// request is refused cleanly, or that the field is left empty.
/// </summary>
[JsonConverter(typeof(KebabCaseConverter<Claim>))]
public enum Claim
{
    /// <summary>Can play a statically partitionable server.</summary>
    StaticServers,

    /// <summary>Can run operating systems of different profiles side by side. Source: DHP-TOP-02.</summary>
    MixedProfiles,

    /// <summary>Processor units with more than one logical processor. Decision G-08.</summary>
    SeveralLogicalProcessors,

    /// <summary>Hot add of processors.</summary>
    HotAddProcessor,

    /// <summary>Hot add of memory modules.</summary>
    HotAddMemoryModule,

    /// <summary>Hot add of I/O host bridges.</summary>
    HotAddIoHostBridge,

    /// <summary>Hot replace, of the kinds that the profile supports.</summary>
    HotReplace,

    /// <summary>Hot remove, of the kinds that the profile supports.</summary>
    HotRemove,

    /// <summary>Unit power can be switched and observed. Source: DHP-TOP-08.</summary>
    UnitPower,

    /// <summary>Numbers, groups and masks of logical processors are shown, not only their count.</summary>
    ProcessorNumbers,

    /// <summary>Pool sizes are shown.</summary>
    MemoryPools,

    /// <summary>The status of the latest hot operation is shown. Source: DHP-TOP-22.</summary>
    HotOperationStatus,

    /// <summary>Requests may be answered with accepted, and end when the server has settled.</summary>
    AcceptedOperations,

    /// <summary>An error inside a partition can be injected.</summary>
    PartitionErrors,

    /// <summary>A unit that does not start can be injected.</summary>
    StartFailures,

    /// <summary>An outage of the service processor can be injected.</summary>
    ServiceProcessorOutages,

    /// <summary>Synchronous notification of drivers.</summary>
    SynchronousNotification,

    /// <summary>Asynchronous notification of drivers.</summary>
    AsynchronousNotification,

    /// <summary>Notification of applications, and their affinity.</summary>
    ApplicationNotification,

    /// <summary>Drivers with devices, and the resource rebalance that stops and starts them.</summary>
    ResourceRebalance,

    /// <summary>The power requests of a hot replace are shown.</summary>
    Quiescence,

    /// <summary>I/O requests can be submitted and their completion is shown.</summary>
    DeviceIo,

    /// <summary>
    /// Requests of several clients at once. The only claim that may be left out of a handshake or a claims file, and
    /// then is not made. Decision G-100.
    /// </summary>
    ConcurrentRequests,
}
