using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Verdicts;

namespace DhpConformance.Engine.Exhaustive;

/// <summary>
/// What is said of a profile after a scope, or some part of it, was gone through. Parts can be added up: those before
/// and after an interruption, or shards.
/// </summary>
internal static class ExploredProfile
{
    /// <summary>
    /// What two parts have shown; it is to be concluded, and what was visited is for the caller to say.
    /// </summary>
    public static ProfileResult Add(ProfileResult one, ProfileResult other) => one with
    {
        Cases = one.Cases + other.Cases,
        Operations = one.Operations + other.Operations,
        Lengths = LengthCount.Sum(one.Lengths.Concat(other.Lengths)),
        Rules =
        [
            .. one.Rules.Concat(other.Rules)
                .GroupBy(rule => rule.Rule)
                .Select(same => same.First() with { Reached = same.Sum(rule => rule.Reached) }),
        ],
        Failures = Shortest(one.Failures.Concat(other.Failures)),
        Coverage = CoverageCell.Sum(one.Coverage.Concat(other.Coverage)),
        CoverageGoals = CoverageGoalCell.Sum(one.CoverageGoals.Concat(other.CoverageGoals)),
    };

    /// <summary>What all shards of a run have shown of a profile.</summary>
    public static ProfileResult Merge(RunResults run, ImmutableArray<ProfileResult> shards) => Conclude(
        shards.Skip(1).Aggregate(shards[0], Add) with
        {
            Scopes =
            [
                .. shards.SelectMany(shard => shard.Scopes ?? [])
                    .GroupBy(scope => scope.Server)
                    .Select(same => same.First() with
                    {
                        Share = same.Sum(scope => scope.Share),
                        Visited = same.Sum(scope => scope.Visited),
                    }),
            ],
        },
        run.Implementation.Claimed,
        run.Settings);

    /// <summary>The same with the verdicts that follow from what was reached and what failed.</summary>
    public static ProfileResult Conclude(ProfileResult result, Claims claims, RunSettings settings)
    {
        var reached = result.Rules.ToDictionary(rule => rule.Rule, rule => rule.Reached);
        ImmutableArray<Failure> failures =
        [
            .. result.Failures.Where(failure =>
                failure.Rule is null || settings.Rules.IsEmpty || settings.Rules.Contains(failure.Rule)),
        ];
        var judged = new RuleVerdicts(
            result.Profile, claims, settings.Rules, rule => reached.GetValueOrDefault(rule.Id), failures)
        {
            Scope = settings.Scope!.Name,
        };
        var concluded = result with { Rules = judged.All(), Failures = failures };
        return concluded with
        {
            Verdict = RuleVerdicts.Worst(concluded.Rules, failures, IsComplete(concluded)),
            Headline = Headline.OfScope(concluded, settings),
        };
    }

    /// <summary>
    /// The shortest failure of each rule, of the nearest state, in the order of the catalogue; those of no rule last.
    /// </summary>
    public static ImmutableArray<Failure> Shortest(IEnumerable<Failure> failures) =>
    [
        .. failures
            .GroupBy(failure => failure.Rule)
            .Select(same => same.MinBy(one =>
                (one.OneOff, one.Operations.Length, one.Setup.Partitionability, one.Case))!)
            .OrderBy(failure => failure.Rule is null)
            .ThenBy(failure => RuleVerdicts.Place(failure.Rule)),
    ];

    private static bool IsComplete(ProfileResult result) =>
        result.Scopes is { IsEmpty: false } scopes && scopes.All(scope => scope.IsComplete);
}
