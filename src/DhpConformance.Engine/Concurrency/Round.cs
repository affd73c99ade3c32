using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Concurrency;

/// <summary>What clients do at once; afterwards all wait for each other.</summary>
/// <param name="Before">What client 0 does before, alone.</param>
/// <param name="Programs">What each client does, one thing after the other; null is an observation.</param>
internal sealed record Round(
    ImmutableArray<Operation> Before, ImmutableArray<ImmutableArray<Operation?>> Programs);
