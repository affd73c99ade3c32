using System.Text.Json.Serialization;

namespace DhpConformance.Engine.Results;

/// <summary>
/// Another way in which a rule was seen broken: as it was found, and neither made small nor examined further. It may
/// have the same cause in the end.
/// </summary>
/// <param name="Case">The number of the first case that shows it, from 0.</param>
/// <param name="Step">After which operation of that case, from 1; 0 for the reset.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Expected">What the rules require.</param>
/// <param name="Observed">What was answered or seen.</param>
public sealed record OtherCause(int Case, int Step, string Subject, string Expected, string Observed)
{
    /// <summary>
    /// Its <see cref="CauseSignature"/>, by which a known failure may name it; null in results of an earlier version.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Cause { get; init; }
}
