using System.Text.Json.Serialization;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Cases;

/// <summary>What more of the cases of a run are about than it is by default.</summary>
[JsonConverter(typeof(KebabCaseConverter<Workload>))]
public enum Workload
{
    /// <summary>A little of everything.</summary>
    Default,

    /// <summary>Units that are added, replaced, removed and added again, by spares that come back.</summary>
    Churn,

    /// <summary>Many hot adds, one close after the other, and several accepted ones that are under way.</summary>
    Burst,

    /// <summary>Cases of 300 to 1,000 hot operations without a stop.</summary>
    Soak,
}
