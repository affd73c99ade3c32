using System.Collections.Immutable;

namespace DhpConformance.Model.Rules;

/// <summary>
/// The rules there were at a time: whoever is judged by a set is judged by no rule that came later. A rule says since
/// which set it is there.
/// </summary>
public static class RequirementSets
{
    /// <summary>The first one, with every rule that does not say otherwise.</summary>
    public const string First = "2026.11";

    /// <summary>The names of all sets, year and month, the earliest first.</summary>
    public static ImmutableArray<string> All { get; } = [First];

    /// <summary>Whether a set includes a rule.</summary>
    /// <param name="set">The name of the set.</param>
    /// <param name="since">The set in which the rule came.</param>
    public static bool Includes(string set, string since) => string.CompareOrdinal(since, set) <= 0;
}
