using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Scopes;

/// <summary>A small server, and every request that is made of it in every state it can get into.</summary>
/// <param name="Name">What it is called in reports.</param>
/// <param name="Profile">The profile that is judged.</param>
/// <param name="Setup">The server.</param>
/// <param name="Requests">The requests.</param>
public sealed record Scope(string Name, Profile Profile, ServerSetup Setup, ImmutableArray<Operation> Requests)
{
    /// <summary>
    /// The scope of a counterexample: its server, every request that can be made of it, and its own operations.
    /// </summary>
    public static Scope Around(Profile profile, ServerSetup setup, ImmutableArray<Operation> operations) => new(
        "counterexample",
        profile,
        setup,
        [.. AllRequests.Of(setup, AllRequests.Kinds).Concat(operations).Distinct()]);
}
