using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Judging;

/// <summary>Where and how a server left the rules.</summary>
/// <param name="Rule">The id of the rule; null if the server itself broke, which says nothing about any rule.</param>
/// <param name="Step">The operation after which it was seen, counted from 1; 0 for the reset.</param>
/// <param name="Operation">That operation; null for the reset.</param>
/// <param name="Subject">What it is about: <c>the answer</c>, <c>unit u3</c>, <c>partition p1</c>.</param>
/// <param name="Expected">What the rules require.</param>
/// <param name="Observed">What was answered or seen.</param>
public sealed record Violation(
    string? Rule, int Step, Operation? Operation, string Subject, string Expected, string Observed)
{
    /// <summary>The place of the partition concerned in the setup; -1 for none.</summary>
    public int Partition { get; init; } = -1;

    /// <summary>Whether it is about what the operating system in the partition supports.</summary>
    public bool ConcernsCapability { get; init; }

    /// <summary>How the server broke; null if it did not break, but was wrong.</summary>
    public ServerFault? Fault { get; init; }

    /// <summary>What was received and logged, if the server broke; null otherwise.</summary>
    public string? Evidence { get; init; }
}
