using System.Collections.Immutable;
using System.Text.Json.Serialization;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Histories;

/// <summary>What a history is about: its first line.</summary>
/// <param name="Format">The version of the format.</param>
/// <param name="Suite">What wrote it: a version of the suite, or the name of another recorder.</param>
/// <param name="Implementation">What was recorded, in any words.</param>
/// <param name="Profile">The profile that is judged, whole.</param>
/// <param name="Setup">The server at the beginning, before the first call.</param>
/// <param name="Claims">The claims that the implementation makes; every other one it does not make.</param>
/// <param name="Traits">The traits that it declares.</param>
public sealed record HistoryHeader(
    int Format,
    string Suite,
    string Implementation,
    Profile Profile,
    ServerSetup Setup,
    ImmutableArray<Claim> Claims,
    Traits Traits)
{
    /// <summary>The version of the format that is written, and the only one that is read.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The claims and traits together.</summary>
    [JsonIgnore]
    public Claims Declared => Abstractions.Claims.Of(Claims.AsSpan()).With(Traits);
}
