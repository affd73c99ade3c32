using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>How a request ended.</summary>
[JsonConverter(typeof(KebabCaseConverter<OutcomeKind>))]
public enum OutcomeKind
{
    /// <summary>Done, with its whole effect visible.</summary>
    Completed,

    /// <summary>Done for some components of a unit; the others are parked. Source: DHP-ADD-04.</summary>
    PartlyCompleted,

    /// <summary>Begun, and will end by itself: at the latest when the server has settled.</summary>
    Accepted,

    /// <summary>Turned down before anything happened. Nothing has changed, anywhere. Decision G-00.</summary>
    Refused,

    /// <summary>Begun, did not succeed, and was undone.</summary>
    Failed,
}
