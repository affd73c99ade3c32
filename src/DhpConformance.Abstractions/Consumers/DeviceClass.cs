using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>The device setup classes that matter to a resource rebalance. Source: DHP-REB-05.</summary>
[JsonConverter(typeof(KebabCaseConverter<DeviceClass>))]
public enum DeviceClass
{
    /// <summary>Any class without a default of its own; takes part in a rebalance by default.</summary>
    Other,

    /// <summary>Network adapters; stay out of a rebalance by default.</summary>
    Network,
}
