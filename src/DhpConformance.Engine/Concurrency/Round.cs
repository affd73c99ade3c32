using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Concurrency;

/// <summary>What clients do at once; afterwards all wait for each other.</summary>
/// <param name="Before">What client 0 does before, alone.</param>
/// <param name="Programs">What each client does, one thing after the other; null is an observation.</param>
internal sealed record Round(
    ImmutableArray<Operation> Before, ImmutableArray<ImmutableArray<Operation?>> Programs)
{
    /// <summary>Which client dies while it asks, and does not come back in this case; null if none does.</summary>
    public int? Dies { get; init; }

    /// <summary>Which client does not hear the answer to its first request, and goes on; null if none.</summary>
    public int? Loses { get; init; }

    /// <summary>The same without what clients would do that are dead.</summary>
    public Round Without(IReadOnlySet<int> dead) => this with
    {
        Programs = [.. Programs.Select((program, client) => dead.Contains(client) ? [] : program)],
    };
}
