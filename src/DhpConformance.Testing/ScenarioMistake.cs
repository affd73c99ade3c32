using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Model.Profiles;

namespace DhpConformance.Testing;

/// <summary>What somebody asks scenarios for by mistake: a property over them would hold, and say nothing.</summary>
internal static class ScenarioMistake
{
    /// <summary>Longest scenario: one takes seconds to make and to shrink.</summary>
    public const int LongestLength = 10_000;

    /// <summary>What is wrong, and what to change; null if nothing is.</summary>
    public static string? In(ImmutableArray<Profile> profiles, ImplementationDescription? server, int length) =>
        profiles.IsDefaultOrEmpty
            ? "Profiles is empty; name one at least: [ProfileCatalog.Find(\"windows-server-2008-x64\")!]."
        : profiles.Any(profile => profile is null)
            ? "One of Profiles is null, most likely since ProfileCatalog.Find was given a name that no built-in "
                + $"profile has; there are: {string.Join(", ", ProfileCatalog.All.Select(profile => profile.Name))}."
        : length is < 1 or > LongestLength
            ? $"Length is {length}; return a number from 1 to {LongestLength}."
        : server is null
            ? "Server is null; return what Describe of your server returns, or leave the override out."
        : !server.Claims.Any()
            ? $"Server ({server.Name}) claims nothing, so that nearly every operation of a scenario would be refused "
                + "as not supported; return claims from Describe, or leave the override out."
        : server.Limits is null
            ? $"Limits of Server ({server.Name}) is null; return a new ServerLimits, or do not set it."
        : TooLow(server.Limits) is { } limit
            ? $"Limits.{limit} or more in what Server ({server.Name}) returns, since nothing fits it otherwise."
        : null;

    // The minimums that ServerLimits documents.
    private static string? TooLow(ServerLimits limits) =>
        limits.Partitions < 1 ? $"Partitions is {limits.Partitions}; let it be 1"
        : limits.Processors < 1 ? $"Processors is {limits.Processors}; let it be 1"
        : limits.MemoryModules < 1 ? $"MemoryModules is {limits.MemoryModules}; let it be 1"
        : limits.IoHostBridges < 0 ? $"IoHostBridges is {limits.IoHostBridges}; let it be 0"
        : limits.MemoryGranularity < 1 ? $"MemoryGranularity is {limits.MemoryGranularity}; let it be 1"
        : limits.MemoryBytes < limits.MemoryGranularity
            ? $"MemoryBytes is {limits.MemoryBytes}; let it be {limits.MemoryGranularity}"
        : null;
}
