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

    /// <summary>Something did not end in time.</summary>
    TimedOut,
}
