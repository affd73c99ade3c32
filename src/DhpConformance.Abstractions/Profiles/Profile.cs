using System.Collections.Immutable;

namespace DhpConformance.Abstractions;

/// <summary>
/// An operating system version on an architecture, as data: what it supports and what it promises.
/// Sources: DHP-CAP-01, DHP-DYN-07.
/// </summary>
/// <param name="Name">Lower case words joined by hyphens, such as <c>windows-server-2008-x64</c>.</param>
/// <param name="Architecture">A free word, such as <c>x64</c>; partitions of one server share it.</param>
/// <param name="Capabilities">The supported cells of the matrix; any other hot operation is refused.</param>
/// <param name="Behaviours">What it promises beyond that.</param>
/// <param name="ProcessorLimit">
/// Most logical processors it can use, 1 or more. Source: DHP-PROC-08.
/// </param>
public sealed record Profile(
    string Name,
    string Architecture,
    ImmutableArray<Capability> Capabilities,
    ImmutableArray<Behaviour> Behaviours,
    int ProcessorLimit)
{
    /// <summary>Whether the matrix has this cell.</summary>
    public bool Supports(HotOperation operation, UnitKind kind) =>
        Capabilities.Contains(new Capability(operation, kind));

    /// <summary>Whether it makes this promise.</summary>
    public bool Promises(Behaviour behaviour) => Behaviours.Contains(behaviour);
}
