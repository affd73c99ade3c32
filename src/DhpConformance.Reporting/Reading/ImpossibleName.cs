using DhpConformance.Engine.Profiles;
using DhpConformance.Engine.Results;
using DhpConformance.Model.Rules;

namespace DhpConformance.Reporting.Reading;

/// <summary>Says where results name what there is not, or as nothing is called.</summary>
internal static class ImpossibleName
{
    /// <summary>The first of these, as a sentence; null if there is none.</summary>
    public static string? In(RunResults results) =>
        Wrong(results.Profiles.Select(profile => profile.Profile.Name), name => !HyphenatedName.Is(name)) is { } profile
            ? $"a profile is called \"{profile}\"; write {HyphenatedName.Form}."
        : results.Settings.Scope is { } scope && !HyphenatedName.Is(scope.Name)
            ? $"the scope is called \"{scope.Name}\"; write {HyphenatedName.Form}."
        : results.Settings.Shard is { } shard && !Shard.IsOne(shard)
            ? $"it is of shard {shard}, and there is no such shard."
        : Wrong(results.Implementation.Notes?.Select(remark => remark.Rule), IsNoRule) is { } remarked
            ? $"it has a remark on the rule {remarked}, which there is not."
        : Wrong(results.Implementation.KnownFailures?.Select(known => known.Rule), IsNoRule) is { } known
            ? $"it knows of the failure of {known}, and there is no such rule."
        : results.Profiles.SelectMany(profile => profile.Coverage).FirstOrDefault(cell => !cell.IsKnown) is { } cell
            ? $"it counts a situation that there is not: {cell.Operation} where \"{cell.Required}\" is required."
        : null;

    private static bool IsNoRule(string id) => RuleCatalog.Find(id) is null;

    private static string? Wrong(IEnumerable<string>? names, Func<string, bool> isWrong) =>
        names?.FirstOrDefault(isWrong);
}
