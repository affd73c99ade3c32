using DhpConformance.Abstractions;

namespace DhpConformance.Hosting.Protocol;

/// <summary>What two sets of claims do not agree upon, in words.</summary>
internal static class ClaimsDifference
{
    /// <summary>Such as <c>claimed only in the file: hot-remove</c>; null if they agree.</summary>
    public static string? Describe(Claims first, Claims second, string nameOfFirst, string nameOfSecond)
    {
        var parts = new[]
        {
            Only(first, second, nameOfFirst),
            Only(second, first, nameOfSecond),
            first.Traits == second.Traits
                ? null
                : $"the traits are {Words(first.Traits)} {nameOfFirst} and {Words(second.Traits)} {nameOfSecond}",
        };
        return first == second ? null : string.Join("; ", parts.OfType<string>());
    }

    private static string Words(Traits traits) => traits.IsEmpty ? "none" : $"{traits}";

    private static string? Only(Claims these, Claims others, string name)
    {
        var only = these.Where(claim => !others.Has(claim)).Select(ClaimsJson.Name).ToArray();
        return only.Length == 0 ? null : $"claimed only {name}: {string.Join(", ", only)}";
    }
}
