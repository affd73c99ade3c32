using System.Text.Json.Serialization;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Engine.Results;

/// <summary>In how many cases one size was reached.</summary>
/// <param name="Goal">The size.</param>
/// <param name="Cases">In how many cases.</param>
/// <param name="Reason">Why no case can reach it, in a sentence; null if one can.</param>
public sealed record SizeGoalCell(
    [property: JsonPropertyName("size"), JsonConverter(typeof(KebabCaseConverter<SizeGoal>))] SizeGoal Goal,
    int Cases,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null)
{
    /// <summary>Whether a rule that asks for it has to wait for a case that reaches it.</summary>
    [JsonIgnore]
    public bool IsMissing => Cases == 0 && Reason is null;
}
