using System.Collections.Immutable;
using DhpConformance.Model.Rules;

namespace DhpConformance.Cli.Commands.Explain;

/// <summary>All that there is to say about a rule; what <c>dhp explain --format json</c> writes.</summary>
internal sealed record RuleExplanation
{
    public required string Id { get; init; }

    public required string Group { get; init; }

    public required Level Level { get; init; }

    public required string Statement { get; init; }

    /// <summary>Whether it follows from the sources by reasoning, rather than standing in one of them.</summary>
    public required bool Derived { get; init; }

    /// <summary>Why it is there, and how it is broken: a paragraph each, from its page.</summary>
    public required ImmutableArray<string> Reasons { get; init; }

    /// <summary>The page of the specification that has it, as <c>dhp specs</c> calls it.</summary>
    public required string Page { get; init; }

    public required ImmutableArray<Source> Sources { get; init; }

    /// <summary>What is reported under it, a line each.</summary>
    public required ImmutableArray<string> Judged { get; init; }

    /// <summary>What a run that passes has not shown; null if nothing is left open.</summary>
    public string? NotVerified { get; init; }

    /// <summary>Why a black box cannot see it; null if it can.</summary>
    public string? NotTestable { get; init; }

    /// <summary>What it takes to be judged by it: claims, traits, promises of the profile; a line each.</summary>
    public required ImmutableArray<string> Needs { get; init; }

    /// <summary>The built-in profiles; null for the duties of consumers, which do not depend on a profile.</summary>
    public ImmutableArray<ProfileNote>? Profiles { get; init; }

    public required ImmutableArray<Breaker> Mutants { get; init; }

    /// <summary>The shortest sequence that was found with the first mutant; null if there is none.</summary>
    public Counterexample? Counterexample { get; init; }

    /// <summary>Right servers that use the freedom which the rule leaves.</summary>
    public required ImmutableArray<Neighbour> Variants { get; init; }

    /// <summary>What a rule rests on.</summary>
    /// <param name="Id">A fact (<c>DHP-…</c>) or a decision (<c>G-…</c>).</param>
    /// <param name="Says">It, in a sentence.</param>
    /// <param name="From">Where it stands; null for a decision.</param>
    internal sealed record Source(string Id, string Says, string? From);

    /// <summary>Whether a rule is judged in a profile.</summary>
    /// <param name="Name">The profile.</param>
    /// <param name="WhyNot">Why it is not; null if it is.</param>
    internal sealed record ProfileNote(string Name, string? WhyNot);

    /// <summary>A mutant that breaks the rule.</summary>
    /// <param name="Name">The mutant.</param>
    /// <param name="Description">Its fault; null if its name says it.</param>
    /// <param name="Run">The command that shows how it is caught.</param>
    internal sealed record Breaker(string Name, string? Description, string Run);

    /// <summary>A variant that keeps the rule.</summary>
    internal sealed record Neighbour(string Name, string Description);
}
