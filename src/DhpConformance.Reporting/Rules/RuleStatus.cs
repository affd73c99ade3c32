using System.Collections.Immutable;
using DhpConformance.Engine.Results;
using DhpConformance.Model.Rules;
using DhpConformance.Reporting.Verdicts;

namespace DhpConformance.Reporting.Rules;

/// <summary>One rule, and how it stands in each profile of a run.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Rule">The rule itself; null if this version of the suite does not know it.</param>
/// <param name="Verdicts">Profile and verdict, in the order of the run.</param>
/// <param name="Note">The remark of the adapter on the rule; null for none.</param>
public sealed record RuleStatus(
    string Id, Rule? Rule, ImmutableArray<(string Profile, RuleResult Result)> Verdicts, string? Note = null)
{
    /// <summary>The verdict that needs attention most.</summary>
    public Verdict Worst => Verdicts.Select(one => one.Result.Verdict).MinBy(VerdictStyle.Rank);

    /// <summary>How often it was put to the test, in all profiles.</summary>
    public long Reached => Verdicts.Sum(one => one.Result.Reached);

    /// <summary>The rule in words.</summary>
    public string Statement => Rule?.Statement ?? "This version of the suite does not know the rule.";

    /// <summary>Profiles that share verdict and reason.</summary>
    public IEnumerable<SharedVerdict> Shared =>
        Verdicts
            .GroupBy(one => (one.Result.Verdict, Reason: General(one.Result.Reason, one.Profile, one.Result.Reached)))
            .OrderBy(group => VerdictStyle.Rank(group.Key.Verdict))
            .Select(group => new SharedVerdict(
                group.Key.Verdict,
                group.Key.Reason,
                [.. group.Select(one => one.Profile)],
                group.Sum(one => one.Result.Reached)));

    /// <summary>Every rule of a run, in the order of the run.</summary>
    public static ImmutableArray<RuleStatus> All(RunResults results) =>
    [
        .. results.Profiles
            .SelectMany(profile => profile.Rules.Select(rule => (profile.Profile.Name, Result: rule)))
            .GroupBy(one => one.Result.Rule)
            .Select(group => new RuleStatus(
                group.Key,
                RuleCatalog.Find(group.Key),
                [.. group],
                results.Implementation.Notes?.FirstOrDefault(remark => remark.Rule == group.Key)?.Text)),
    ];

    // Reasons that differ in nothing but the profile they name, or the count that stands beside them anyway, are one.
    private static string? General(string? reason, string profile, long reached) => reason is null
        ? null
        : reason.StartsWith(profile + " does not ", StringComparison.Ordinal)
            ? "Does not apply: does not " + reason[(profile.Length + " does not ".Length)..]
            : reason.Replace(
                $"Put to the test {reached} of the ", "Not put to the test the ", StringComparison.Ordinal);
}

/// <summary>A verdict on a rule that several profiles share.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Reason">Why it was not judged, or not often enough; null if it was.</param>
/// <param name="Profiles">Which profiles.</param>
/// <param name="Reached">How often the rule was put to the test in them.</param>
public sealed record SharedVerdict(Verdict Verdict, string? Reason, ImmutableArray<string> Profiles, long Reached);
