using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Rules;

namespace DhpConformance.Model.Consumers;

/// <summary>One duty of a driver or an application.</summary>
/// <param name="Id">Group and number, such as <c>C-REB-01</c>; never given to another rule.</param>
/// <param name="Statement">The duty in one or two sentences.</param>
public sealed record ConsumerRule(string Id, string Statement)
{
    /// <summary>How firmly it binds.</summary>
    public Level Level { get; init; } = Level.Must;

    /// <summary>The requirement set in which it came.</summary>
    public string Since { get; init; } = RequirementSets.First;

    /// <summary>The facts (<c>DHP-…</c>) and decisions (<c>G-…</c>) it rests on; see <c>specs/sources.md</c>.</summary>
    public required ImmutableArray<string> Sources { get; init; }

    /// <summary>Whether it follows from the sources by reasoning, rather than standing in one of them.</summary>
    public bool Derived { get; init; }

    /// <summary>The role that it binds; null for both.</summary>
    public ConsumerRole? Role { get; init; }

    /// <summary>The traits without which it is not judged, all of them.</summary>
    public ImmutableArray<ConsumerTrait> Traits { get; init; } = [];

    /// <summary>The traits of which one at least is needed; empty if it needs none of them.</summary>
    public ImmutableArray<ConsumerTrait> OneOfTraits { get; init; } = [];

    /// <summary>A trait with which it is not judged; null if there is none.</summary>
    public ConsumerTrait? Unless { get; init; }

    /// <summary>What a run that passes has not shown; empty if nothing is left open.</summary>
    public string NotVerified { get; init; } = "";

    /// <summary>Why it is not judged; null if it is.</summary>
    public string? NotTestable { get; init; }

    /// <summary>The group, such as <c>C-REB</c>.</summary>
    public string Group => Id[..Id.LastIndexOf('-')];

    /// <summary>Why this consumer is not judged by it, in a sentence; null if it is.</summary>
    public string? WhyNot(ConsumerDescription consumer)
    {
        var missing = Traits.Where(trait => !consumer.Has(trait)).Select(trait => Words.Of(trait)).ToList();
        return Role is { } role && role != consumer.Role ? $"It binds {Words.Of(role)}s."
            : missing.Count > 0 ? $"Not claimed: {string.Join(", ", missing)}."
            : !OneOfTraits.IsEmpty && !OneOfTraits.Any(consumer.Has)
                ? $"Not claimed: any of {string.Join(", ", OneOfTraits.Select(trait => Words.Of(trait)))}."
            : Unless is { } trait && consumer.Has(trait) ? $"It does not bind who claims: {Words.Of(trait)}."
            : null;
    }
}
