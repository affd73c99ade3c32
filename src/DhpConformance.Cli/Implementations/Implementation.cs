using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Profiles;
using DhpConformance.Model.Profiles;

namespace DhpConformance.Cli.Implementations;

/// <summary>What is judged.</summary>
/// <param name="Source">How it is reached, as given to the tool.</param>
/// <param name="Create">Makes a server of it.</param>
internal sealed record Implementation(string Source, Func<IPartitionableServer> Create)
{
    /// <summary>Whether it is a program that is reached over a pipe or socket, and guards its own deadlines.</summary>
    public bool IsRemote => Source.Split(':')[0] is "command" or "unix" or "tcp";

    /// <summary>
    /// How long several clients may take for a round on free threads. A program has a deadline for each request, and a
    /// client makes three requests at most.
    /// </summary>
    /// <param name="scale">What the deadlines of a program are multiplied by.</param>
    public TimeSpan Patience(double scale) => TimeSpan.FromSeconds(IsRemote ? 120 * scale : 10);

    /// <summary>
    /// The profiles to judge it by if nobody names others. Some mutants and variants show only where units
    /// can be hot removed, which no Windows can do.
    /// </summary>
    public ImmutableArray<Profile> DefaultProfiles =>
        Source.Split(':')[0] is "mutant" or "variant" ? SelfTestProfiles.All : ProfileCatalog.All;
}
