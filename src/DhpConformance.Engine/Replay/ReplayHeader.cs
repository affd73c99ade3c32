using System.Text.Json.Serialization;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;

namespace DhpConformance.Engine.Replay;

/// <summary>What a replay file is about: its first line.</summary>
/// <param name="Format">The version of the format.</param>
/// <param name="Suite">The version of the suite that wrote it.</param>
/// <param name="Rule">The rule that was broken; null if the implementation broke instead.</param>
/// <param name="Profile">The profile that was judged, whole: a user-defined one is known by its data.</param>
/// <param name="Implementation">How the implementation was reached, as given to the tool.</param>
/// <param name="Seed">The seed of the run.</param>
/// <param name="Case">The case of the run that failed.</param>
/// <param name="ObservationPolicy">When the server is observed.</param>
/// <param name="Subject">What differed.</param>
/// <param name="Expected">What the rules require.</param>
/// <param name="Observed">What was answered or seen.</param>
public sealed record ReplayHeader(
    int Format,
    string Suite,
    string? Rule,
    Profile Profile,
    string Implementation,
    ulong Seed,
    int Case,
    [property: JsonPropertyName("look")] ObservationPolicy ObservationPolicy,
    string Subject,
    string Expected,
    string Observed)
{
    /// <summary>The version of the format that is written, and the only one that is read.</summary>
    public const int CurrentFormat = 1;
}
