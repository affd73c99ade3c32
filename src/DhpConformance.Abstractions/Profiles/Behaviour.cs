using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>A promise that an operating system makes beyond its capabilities.</summary>
[JsonConverter(typeof(KebabCaseConverter<Behaviour>))]
public enum Behaviour
{
    /// <summary>Paged and nonpaged pool keep the size they had at start. Source: DHP-ADDM-07; decision G-61.</summary>
    FixedPools,

    /// <summary>Drivers can register a callback for processor changes. Source: DHP-CAP-10.</summary>
    SynchronousNotification,

    /// <summary>Drivers and applications hear of new processors and memory. Sources: DHP-ASY-01, DHP-APP-01.</summary>
    ArrivalNotification,

    /// <summary>Each processor hot add starts a resource rebalance. Source: DHP-REB-01.</summary>
    ResourceRebalance,

    /// <summary>Logical processors are numbered within groups. Source: DHP-CAP-11.</summary>
    ProcessorGroups,
}
