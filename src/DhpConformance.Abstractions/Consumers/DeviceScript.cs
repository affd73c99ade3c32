using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>A device, its declared properties, and how its driver answers on its behalf.</summary>
public sealed record DeviceScript
{
    /// <summary>The device setup class. Source: DHP-REB-05.</summary>
    [JsonRequired]
    public DeviceClass Class { get; init; }

    /// <summary>
    /// The rebalance policy of the device: 1 stays out, 2 takes part, anything else or null counts as unset.
    /// Source: DHP-REB-03; decision G-47.
    /// </summary>
    [JsonRequired]
    public int? RebalancePolicy { get; init; }

    /// <summary>The opt-out of its class: true stays out, false takes part, null unset. Source: DHP-REB-04.</summary>
    [JsonRequired]
    public bool? ClassOptOut { get; init; }

    /// <summary>Its driver fails query-stop. Source: DHP-REB-09.</summary>
    [JsonRequired]
    public bool RejectsQueryStop { get; init; }

    /// <summary>
    /// Its driver fails the start after a stop. Excludes <see cref="RejectsQueryPower"/>, <see cref="NeverReachesD3"/>
    /// and <see cref="NonDynamic"/>: when it is gone is free, so it must not decide a hot replace. Source: DHP-REB-17.
    /// </summary>
    [JsonRequired]
    public bool FailsRestart { get; init; }

    /// <summary>Its driver fails query-power. Source: DHP-REP-11; decision G-76.</summary>
    [JsonRequired]
    public bool RejectsQueryPower { get; init; }

    /// <summary>It never reaches D3. Decision G-79.</summary>
    [JsonRequired]
    public bool NeverReachesD3 { get; init; }

    /// <summary>Declared non-dynamic: cannot take part in a hot replace. Source: DHP-REP-24; decision G-78.</summary>
    [JsonRequired]
    public bool NonDynamic { get; init; }
}
