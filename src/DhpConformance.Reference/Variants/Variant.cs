using System.Collections.Immutable;
using DhpConformance.Abstractions;

namespace DhpConformance.Reference.Variants;

/// <summary>A server that keeps every rule, and differs from the reference where the rules leave it.</summary>
/// <param name="Name">Its name in kebab-case; also what the server calls itself.</param>
/// <param name="Description">What it does otherwise, in one sentence.</param>
/// <param name="Create">Makes such a server; each call makes one of its own.</param>
public sealed record Variant(string Name, string Description, Func<IPartitionableServer> Create)
{
    /// <summary>
    /// The rules that leave it this freedom: a suite that asks for more would accuse it of breaking one of them.
    /// </summary>
    public required ImmutableArray<string> Rules { get; init; }

    internal static Variant Of(
        string name, string description, ImmutableArray<string> rules, ServerComposition composition)
    {
        var named = composition with { Name = name };
        return new(name, description, () => new ReferenceServer(named)) { Rules = rules };
    }
}
