using System.Collections.Immutable;
using DhpConformance.Engine.Coverage;
using DhpConformance.Engine.Judging;

namespace DhpConformance.Engine.Exhaustive;

/// <summary>What going through a scope has shown.</summary>
public sealed record ExhaustiveResult
{
    /// <summary>The scope.</summary>
    public required Scope Scope { get; init; }

    /// <summary>How many states it has, mirror images counted once.</summary>
    public required int States { get; init; }

    /// <summary>How many of them were visited.</summary>
    public required int Visited { get; init; }

    /// <summary>The state to go on from; <see cref="States"/> if none is left.</summary>
    public required int Next { get; init; }

    /// <summary>For each rule that is broken, a shortest sequence in this scope that shows it; by rule id.</summary>
    public required ImmutableArray<Finding> Findings { get; init; }

    /// <summary>What was put to the test, and how often.</summary>
    public required CoverageTable Coverage { get; init; }

    /// <summary>How many pairs of a state and a request were tried.</summary>
    public long Transitions => (long)Visited * Scope.Requests.Length;

    /// <summary>The claim that it supports, or what stands against it.</summary>
    public string Guarantee =>
        Findings.Length > 0
            ? $"Not every one of {Transitions:N0} transitions of scope {Scope.Name} behaves as specified."
            : Visited == States
                ? $"Every one of {Transitions:N0} transitions of scope {Scope.Name} behaves as specified."
                : $"Every one of the {Transitions:N0} transitions of scope {Scope.Name} tried so far behaves as "
                    + $"specified; {States - Visited:N0} of {States:N0} states are left.";
}
