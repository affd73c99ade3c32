using System.Collections.Immutable;
using System.Globalization;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;

namespace DhpConformance.Engine.Verdicts;

/// <summary>The claim that a run through a scope supports, or what stands against it.</summary>
public static class Guarantee
{
    /// <summary>
    /// Reads like <c>every one of 596,160 transitions of scope medium behaves as specified</c>, and is said of nothing
    /// less.
    /// </summary>
    public static string Of(ImmutableArray<ProfileResult> profiles, RunSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var scopes = profiles.SelectMany(profile => profile.Scopes ?? []).ToList();
        var transitions = scopes.Sum(scope => scope.Transitions).ToString("N0", CultureInfo.InvariantCulture);
        var place = $"{(settings.Shard is { } shard ? $"shard {shard} of " : "")}scope {settings.Scope!.Name}";
        var how = settings.Rules.Length switch
        {
            0 => "as specified",
            1 => "as the one rule asked for requires",
            var asked => $"as the {asked} rules asked for require",
        };
        var missing = scopes.Select(scope => scope.Missing).OfType<string>().ToList();
        return profiles.Any(profile => !profile.Failures.IsEmpty)
                ? $"NOT every one of {transitions} transitions of {place} behaves {how}"
            : missing.Count > 0 || scopes.Count == 0
                ? $"INTERRUPTED: every one of the {transitions} transitions of {place} that were tried behaves "
                    + $"{how}, but only {Visited(missing)}"
            : settings.Rules.Length > 0 && profiles.SelectMany(profile => profile.Rules).All(IsOutside)
                ? $"NOT JUDGED: {place} puts none of the rules to the test that were asked for"
            : $"every one of {transitions} transitions of {place} behaves {how}{On(scopes)}";
    }

    private static bool IsOutside(RuleResult rule) => !rule.Verdict.IsJudged();

    private static string Visited(List<string> missing) =>
        string.Join(" ", missing.DefaultIfEmpty("no state was visited.")).TrimEnd('.');

    private static string On(List<ScopeResult> scopes) =>
        $", on {string.Join(" and ", scopes.Select(scope => Words.Of(scope.Server)).Distinct())} servers";
}
