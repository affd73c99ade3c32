using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Model.Rules;

/// <summary>One clause that a server keeps or breaks.</summary>
/// <param name="Id">Group and number, such as <c>REP-01</c>; never given to another rule.</param>
/// <param name="Statement">The rule in one or two sentences.</param>
public sealed record Rule(string Id, string Statement)
{
    /// <summary>How firmly it binds.</summary>
    public Level Level { get; init; } = Level.Must;

    /// <summary>The requirement set in which it came.</summary>
    public string Since { get; init; } = RequirementSets.First;

    /// <summary>The facts (<c>DHP-…</c>) and decisions (<c>G-…</c>) it rests on; see <c>specs/sources.md</c>.</summary>
    public required ImmutableArray<string> Sources { get; init; }

    /// <summary>Whether it follows from the sources by reasoning, rather than standing in one of them.</summary>
    public bool Derived { get; init; }

    /// <summary>The claims without which it is not judged.</summary>
    public Claims Claims { get; init; }

    /// <summary>Claims of which one at least is needed; none if it needs none of them.</summary>
    public Claims OneOfClaims { get; init; }

    /// <summary>The promise of the profile without which it does not apply; null if it applies to all.</summary>
    public Behaviour? Behaviour { get; init; }

    /// <summary>The hot operation without which it does not apply; null if it applies to every profile.</summary>
    public HotOperation? Capability { get; init; }

    /// <summary>The kind of unit that must have <see cref="Capability"/>; null for any kind.</summary>
    public UnitKind? CapabilityKind { get; init; }

    /// <summary>The kind of unit without which nothing puts it to the test; null if it needs none of them.</summary>
    public UnitKind? Needs { get; init; }

    /// <summary>How many units of that kind there have to be, 1 or more.</summary>
    public int NeedsUnits { get; init; } = 1;

    /// <summary>
    /// Whether only a hot add that brings no arrival puts it to the test: of a bridge, or one that fails.
    /// </summary>
    public bool NeedsAddWithoutArrival { get; init; }

    /// <summary>Whether only a server of several partitions puts it to the test.</summary>
    public bool NeedsNeighbour { get; init; }

    /// <summary>
    /// Whether it is about operating systems of different profiles side by side. Every other rule is put to the test
    /// only where all partitions run the profile that is judged.
    /// </summary>
    public bool AcrossProfiles { get; init; }

    /// <summary>
    /// Whether it is about declared traits: each that can show in a profile puts it to the test, and none is left out.
    /// </summary>
    public bool IsAboutTraits { get; init; }

    /// <summary>The situations that put the rule to the test; null if none does by itself.</summary>
    public Precondition? Reached { get; init; }

    /// <summary>The coverage goals that put the rule to the test, each of them by itself; empty if none does.</summary>
    public ImmutableArray<CoverageGoal> ReachedOn { get; init; } = [];

    /// <summary>
    /// The sizes at which it has to be put to the test, each of them in a case at least; one that is impossible for the
    /// profile or the implementation is left out.
    /// </summary>
    public ImmutableArray<SizeGoal> ReachedAt { get; init; } = [];

    /// <summary>What a run that passes has not shown; empty if nothing is left open.</summary>
    public string NotVerified { get; init; } = "";

    /// <summary>Why a black box cannot see it; null if it can.</summary>
    public string? NotTestable { get; init; }

    /// <summary>The group, such as <c>REP</c>.</summary>
    public string Group => Id[..Id.IndexOf('-', StringComparison.Ordinal)];
}
