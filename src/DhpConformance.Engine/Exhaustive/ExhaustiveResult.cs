using System.Collections.Immutable;
using DhpConformance.Engine.Attribution;
using DhpConformance.Engine.Coverage;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Scopes;

namespace DhpConformance.Engine.Exhaustive;

/// <summary>What going through a scope, or a part of it, has shown.</summary>
public sealed record ExhaustiveResult
{
    /// <summary>The scope.</summary>
    public required Scope Scope { get; init; }

    /// <summary>How many states it has, and how many of them were visited by now, in earlier runs too.</summary>
    public required ScopeResult Counts { get; init; }

    /// <summary>For each rule that is broken, a shortest sequence in this scope that shows it; by rule id.</summary>
    public required ImmutableArray<StateFinding> Findings { get; init; }

    /// <summary>What was put to the test, and how often.</summary>
    public required CoverageTable Coverage { get; init; }

    /// <summary>Whether it was given up, since too many requests were not answered in time.</summary>
    public bool HasHung { get; init; }

    /// <summary>How many operations were executed.</summary>
    public required long Operations { get; init; }

    /// <summary>How many operations it takes to get to the states that were visited.</summary>
    public required ImmutableArray<LengthCount> Lengths { get; init; }
}

/// <summary>A finding and the state it was made in.</summary>
/// <param name="State">The number of the state, from 0, nearest states first.</param>
/// <param name="Finding">What is wrong.</param>
public sealed record StateFinding(int State, Finding Finding);
