using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Profiles;

namespace DhpConformance.Engine.Profiles;

/// <summary>What may run beside a profile: partitions of one server share an architecture.</summary>
internal static class ProfileNeighbours
{
    /// <summary>The built-in profiles of the same architecture; none if the profile has one of its own.</summary>
    public static ImmutableArray<Profile> Of(Profile profile) =>
    [
        .. ProfileCatalog.All.Where(other => other.Name != profile.Name && other.Architecture == profile.Architecture),
    ];
}
