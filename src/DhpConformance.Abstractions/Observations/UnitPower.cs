using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>The position of the power switch of a unit's socket. Source: DHP-TOP-08.</summary>
[JsonConverter(typeof(KebabCaseConverter<UnitPower>))]
public enum UnitPower
{
    /// <summary>Switched on.</summary>
    On,

    /// <summary>Switched off.</summary>
    Off,
}
