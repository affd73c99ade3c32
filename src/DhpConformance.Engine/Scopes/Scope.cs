using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Scopes;

/// <summary>A small server, and every request that is made of it in every state it can get into.</summary>
/// <param name="Name">What it is called in reports.</param>
/// <param name="Setup">The server.</param>
/// <param name="Requests">The requests.</param>
public sealed record Scope(string Name, ServerSetup Setup, ImmutableArray<Operation> Requests);
