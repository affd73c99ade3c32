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
        : server.Claims == Claims.None
            ? $"Server ({server.Name}) claims nothing, so that nearly every operation of a scenario would be refused "
                + "as not supported; return claims from Describe, or leave the override out."
        : null;
}
