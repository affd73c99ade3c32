using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Cases;

/// <summary>A server, operations and when to look: everything that is needed to do the same again.</summary>
/// <param name="Setup">The server.</param>
/// <param name="Operations">The operations, in order.</param>
/// <param name="ObservationPolicy">When the server is observed.</param>
public sealed record TestCase(
    ServerSetup Setup, ImmutableArray<Operation> Operations, ObservationPolicy ObservationPolicy);
