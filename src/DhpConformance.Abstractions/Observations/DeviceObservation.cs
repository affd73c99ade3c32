using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>A device as the Plug and Play manager of its partition sees it.</summary>
/// <param name="Driver">The driver it belongs to.</param>
/// <param name="State">Whether it works.</param>
[method: JsonConstructor]
public readonly record struct DeviceObservation(ConsumerId Driver, DeviceState State);

/// <summary>The states of a device that outlive an operation.</summary>
[JsonConverter(typeof(KebabCaseConverter<DeviceState>))]
public enum DeviceState
{
    /// <summary>Started, in D0.</summary>
    Started,

    /// <summary>Stopped for a rebalance, or in D3 for a replace.</summary>
    Paused,

    /// <summary>Removed by surprise after it failed to restart. Source: DHP-REB-17.</summary>
    Removed,
}
