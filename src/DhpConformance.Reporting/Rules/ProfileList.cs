using DhpConformance.Reporting.Text;

namespace DhpConformance.Reporting.Rules;

/// <summary>Some profiles of a run, named as briefly as possible.</summary>
internal static class ProfileList
{
    /// <summary>Reads like <c>all 8 profiles</c>, <c>all profiles but a and b</c>, or <c>a, b and c</c>.</summary>
    public static string Of(IReadOnlyCollection<string> some, IReadOnlyCollection<string> all)
    {
        var others = all.Except(some).ToList();
        return others.Count == 0 ? (all.Count == 1 ? all.First() : $"all {Amount.Of(all.Count)} profiles")
            : others.Count < some.Count ? $"all profiles but {Listed(others)}"
            : Listed([.. some]);
    }

    private static string Listed(List<string> names) =>
        names.Count == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
}
