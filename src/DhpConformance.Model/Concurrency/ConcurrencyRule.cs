using System.Collections.Immutable;

namespace DhpConformance.Model.Concurrency;

/// <summary>
/// One rule for requests that overlap. Each is derived: the documents do not speak of overlap (G-100).
/// </summary>
/// <param name="Id">Group and number, such as <c>LIN-01</c>; never given to another rule.</param>
/// <param name="Statement">The rule in one or two sentences.</param>
public sealed record ConcurrencyRule(string Id, string Statement)
{
    /// <summary>The facts (<c>DHP-…</c>) and decisions (<c>G-…</c>) it rests on; see <c>specs/sources.md</c>.</summary>
    public required ImmutableArray<string> Sources { get; init; }

    /// <summary>The rules for requests that follow one another of which it is what is left under overlap.</summary>
    public required ImmutableArray<string> Generalises { get; init; }
}
