using System.Collections.Immutable;
using DhpConformance.Engine.Results;

namespace DhpConformance.Reporting.Failures;

/// <summary>The failures of one rule: one for each profile that breaks it.</summary>
/// <param name="Rule">Its id; null for failures that say nothing about any rule.</param>
/// <param name="Failures">The shortest first.</param>
/// <param name="Known">
/// The known failure; null for none, or if one of the failures breaks the rule in another way.
/// </param>
public sealed record FailureGroup(
    string? Rule, ImmutableArray<(ProfileResult Profile, Failure Failure)> Failures, KnownFailure? Known = null)
{
    /// <summary>What it is called in addresses.</summary>
    public string Anchor => $"failure-{Rule ?? "ERROR"}";

    /// <summary>All groups, in the order of the rules, those of no rule last.</summary>
    public static ImmutableArray<FailureGroup> All(RunResults results) =>
    [
        .. results.Profiles
            .SelectMany(profile => profile.Failures, (profile, failure) => (Profile: profile, Failure: failure))
            .GroupBy(one => one.Failure.Rule)
            .Select(group => new FailureGroup(
                group.Key,
                [.. group.OrderBy(one => one.Failure.Operations.Length)],
                Known: results.Implementation.KnownFailures?.FirstOrDefault(
                    known => known.Rule == group.Key && group.All(one => known.Is(one.Failure)))))
            .OrderBy(group => group.Rule is null)
            .ThenBy(group => Place(results, group.Rule)),
    ];

    private static int Place(RunResults results, string? rule) => results.Profiles
        .SelectMany(profile => profile.Rules)
        .Select(one => one.Rule)
        .Distinct()
        .TakeWhile(one => one != rule)
        .Count();
}
