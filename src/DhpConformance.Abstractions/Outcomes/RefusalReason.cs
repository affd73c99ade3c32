using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>
/// Why a request was turned down. Where several reasons apply, each of them is a right answer.
/// </summary>
[JsonConverter(typeof(KebabCaseConverter<RefusalReason>))]
public enum RefusalReason
{
    /// <summary>The server has no such unit, partition or consumer. Decisions G-03, G-68.</summary>
    NotPresent,

    /// <summary>The unit is mapped to a partition, this one or another. Decisions G-01, G-02, G-69.</summary>
    InUse,

    /// <summary>The unit is not mapped to the partition. Decision G-70.</summary>
    NotAssigned,

    /// <summary>The partition, or the server, does not run. Source: DHP-DYN-13; decision G-71.</summary>
    NotRunning,

    /// <summary>The partition, or the server, runs already.</summary>
    NotStopped,

    /// <summary>The server is statically partitionable and powered on. Source: DHP-DYN-02; decision G-11.</summary>
    NotDynamic,

    /// <summary>The operating system, or the implementation, does not support it. Decisions G-15, G-86.</summary>
    NotSupported,

    /// <summary>
    /// The spare is not identical to the target, or a device cannot take part. Decisions G-65, G-78. With the trait
    /// <see cref="Trait.OneProcessorTypePerPartition"/>: the partition has processors of another type.
    /// </summary>
    Incompatible,

    /// <summary>More than the partition's maximum of processors or memory. Decisions G-39, G-60.</summary>
    LimitExceeded,

    /// <summary>
    /// What the partition holds, or would be left with, is no machine that its operating system could start on: too few
    /// units, or more than its limits. Decisions G-05, G-06.
    /// </summary>
    Insufficient,

    /// <summary>Something else is under way that has to end first. Decisions G-16, G-17, G-92.</summary>
    Busy,

    /// <summary>The service processor does not answer. Decision G-94.</summary>
    Unavailable,

    /// <summary>The request contradicts itself, or the consumer is registered already.</summary>
    Invalid,
}
