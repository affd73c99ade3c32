namespace DhpConformance.Model.Rules;

/// <summary>How firmly a rule binds.</summary>
public enum Level
{
    /// <summary>Normative or described behaviour that a conforming server always shows.</summary>
    Must,

    /// <summary>A recommendation of the source.</summary>
    Should,

    /// <summary>A permission of the source: who uses it must be let.</summary>
    May,
}
