using System.Text.Json.Serialization;

namespace DhpConformance.Abstractions;

/// <summary>
/// The answer to one operation. A refusal is an answer like any other, never an exception: an implementation
/// throws only if it is itself broken.
/// </summary>
/// <param name="Kind">How the request ended.</param>
/// <param name="Refusal">The reason of a refusal; null otherwise.</param>
/// <param name="Failure">The reason of a failure; null otherwise.</param>
[method: JsonConstructor]
public readonly record struct Outcome(
    [property: JsonPropertyName("outcome")] OutcomeKind Kind,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RefusalReason? Refusal = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] FailureReason? Failure = null)
{
    /// <summary>Done, with its whole effect visible.</summary>
    public static Outcome Completed => new(OutcomeKind.Completed);

    /// <summary>Done for some components of a unit; the others are parked.</summary>
    public static Outcome PartlyCompleted => new(OutcomeKind.PartlyCompleted);

    /// <summary>Begun, and will end by itself.</summary>
    public static Outcome Accepted => new(OutcomeKind.Accepted);

    /// <summary>Turned down before anything happened.</summary>
    public static Outcome Refused(RefusalReason reason) => new(OutcomeKind.Refused, Refusal: reason);

    /// <summary>Begun, did not succeed, and was undone.</summary>
    public static Outcome Failed(FailureReason reason) => new(OutcomeKind.Failed, Failure: reason);

    /// <summary>Reads like <c>refused (in use)</c>.</summary>
    public override string ToString() => this switch
    {
        { Refusal: { } reason } => $"refused ({Words.Of(reason)})",
        { Failure: { } reason } => $"failed ({Words.Of(reason)})",
        _ => Words.Of(Kind),
    };
}
