using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>Why a request that was begun did not succeed.</summary>
[JsonConverter(typeof(KebabCaseConverter<FailureReason>))]
public enum FailureReason
{
    /// <summary>A driver answered Start with an error. Decision G-10.</summary>
    Vetoed,

    /// <summary>No component of the unit started. Source: DHP-ADD-04.</summary>
    StartFailed,

    /// <summary>A device did not reach D3, or a driver rejected the sleep state. Decisions G-74, G-79.</summary>
    QuiesceFailed,

    /// <summary>
    /// What was begun had not ended by the server's own deadline, and was undone: nothing of it comes later.
    /// Decision G-99.
    /// </summary>
    TimedOut,

    /// <summary>The operating system in the partition did not let it happen. Decision G-99.</summary>
    RejectedByOperatingSystem,

    /// <summary>Firmware, hypervisor or hardware did not let it happen. Decision G-99.</summary>
    RejectedByPlatform,
}
