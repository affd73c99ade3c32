using System.Text.Json.Serialization;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Cases;

/// <summary>When a server is observed. Half of the cases look at the end only: looking can hide a fault.</summary>
[JsonConverter(typeof(KebabCaseConverter<ObservationPolicy>))]
public enum ObservationPolicy
{
    /// <summary>After the reset and after every operation: the step that goes wrong is known.</summary>
    AfterEveryOperation,

    /// <summary>Once, after the last operation; in a long sequence after every thousandth, too.</summary>
    AtTheEnd,
}
