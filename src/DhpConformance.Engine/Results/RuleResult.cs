using System.Text.Json.Serialization;

namespace DhpConformance.Engine.Results;

/// <summary>The verdict on one rule for one profile.</summary>
/// <param name="Rule">Its id.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reached">How often it was put to the test.</param>
/// <param name="Reason">Why it was not judged, or not often enough; null if it was.</param>
public sealed record RuleResult(
    string Rule,
    Verdict Verdict,
    long Reached,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null)
{
    /// <summary>
    /// How often the cases would have put it to the test if what is known to be broken were not; null if that is not
    /// in the way.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? ReachedIfMended { get; init; }

    /// <summary>Whether nothing but a known failure stands between the cases and a verdict.</summary>
    [JsonIgnore]
    public bool IsBehindKnownFailure => Verdict == Verdict.Inconclusive && ReachedIfMended >= Enough;

    /// <summary>How often a rule has to be put to the test, where cases are drawn, before silence is a pass.</summary>
    public const int Enough = 10;
}
