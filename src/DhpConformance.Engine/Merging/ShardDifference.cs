using System.Text.Json;
using DhpConformance.Engine.Results;

namespace DhpConformance.Engine.Merging;

/// <summary>Says why results are not the shares of one run.</summary>
internal static class ShardDifference
{
    private const int LongestShown = 300;

    /// <summary>A sentence; null if they are, each share once.</summary>
    public static string? Problem(IReadOnlyList<(string Name, RunResults Results)> shares)
    {
        var first = shares[0];
        return shares.Select(IsNoShare).FirstOrDefault(problem => problem is not null)
            ?? shares.Skip(1).Select(other => Differs(first, other)).FirstOrDefault(problem => problem is not null)
            ?? Missing(shares);
    }

    private static string? IsNoShare((string Name, RunResults Results) one) =>
        one.Results.Settings.Shard is null
            ? $"{one.Name} is a whole run and not a shard of one; there is nothing to merge it with."
            : !one.Results.Footer.Complete ? $"{one.Name} was interrupted; run that shard again."
            : null;

    private static string? Differs((string Name, RunResults Results) left, (string Name, RunResults Results) right)
    {
        foreach (var (what, value) in Compared)
        {
            var (one, other) = (value(left.Results), value(right.Results));
            if (one != other)
            {
                // What cannot be taken in at a glance would only hide what to do.
                var values = one.Length + other.Length <= LongestShown ? $", {one} and {other}" : "";
                return $"{left.Name} and {right.Name} are no shards of one run: the {what} differs{values}; "
                    + "run all shards alike.";
            }
        }

        return null;
    }

    private static readonly (string What, Func<RunResults, string> Value)[] Compared =
    [
        ("version of the suite", results => results.Suite),
        ("name of the implementation", results => results.Implementation.Name),
        ("version of the implementation", results => results.Implementation.Version),
        ("list of claims", results => string.Join(" ", results.Implementation.Claims)),
        ("list of traits", results => $"{results.Implementation.Traits}"),
        ("list of remarks", results => JsonSerializer.Serialize(
            results.Implementation.Notes ?? [], ResultsJson.Default.ImmutableArrayRuleNote)),
        ("list of known failures", results => JsonSerializer.Serialize(
            results.Implementation.KnownFailures ?? [], ResultsJson.Default.ImmutableArrayKnownFailure)),
        ("name of the scope", results => results.Settings.Scope?.Name ?? "none"),
        ("content of the scope", results => JsonSerializer.Serialize(
            results.Settings.Scope, ResultsJson.Default.ScopeDefinition)),
        ("seed", results => $"{results.Settings.Seed}"),
        ("number of cases", results => $"{results.Settings.Cases}"),
        ("length of cases", results => $"{results.Settings.Length}"),
        ("list of rules", results => string.Join(" ", results.Settings.Rules)),
        ("number of shards", results => $"{Shard.Parse(results.Settings.Shard!).Count}"),
        ("list of profiles", results => string.Join(" ", results.Profiles.Select(profile => profile.Profile.Name))),
        ("content of a profile", results => string.Join(" ", results.Profiles.Select(profile =>
            JsonSerializer.Serialize(profile.Profile, ResultsJson.Default.Profile)))),
    ];

    private static string? Missing(IReadOnlyList<(string Name, RunResults Results)> shares)
    {
        var count = Shard.Parse(shares[0].Results.Settings.Shard!).Count;
        var given = shares.ToLookup(one => Shard.Parse(one.Results.Settings.Shard!).Number, one => one.Name);
        var twice = given.FirstOrDefault(same => same.Count() > 1);
        var missing = Enumerable.Range(1, count).FirstOrDefault(number => !given.Contains(number));
        return twice is not null ? $"{string.Join(" and ", twice)} are the same shard, {twice.Key}/{count}."
            : missing > 0 ? $"shard {missing}/{count} is missing; name the results of all {count}."
            : null;
    }
}
