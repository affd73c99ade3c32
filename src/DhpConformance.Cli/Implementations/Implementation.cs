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
    /// <summary>
    /// The profiles to judge it by if nobody names others. Some mutants and variants show only where units
    /// can be hot removed, which no Windows can do.
    /// </summary>
    public ImmutableArray<Profile> DefaultProfiles =>
        Source.Split(':')[0] is "mutant" or "variant" ? SelfTestProfiles.All : ProfileCatalog.All;
}
