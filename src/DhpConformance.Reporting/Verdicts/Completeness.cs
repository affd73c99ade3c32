using System.Collections.Immutable;
using DhpConformance.Engine.Results;

namespace DhpConformance.Reporting.Verdicts;

/// <summary>Whether a run is complete. Reports show the missing parts first.</summary>
/// <param name="Missing">The missing parts, as sentences; empty if the run is complete.</param>
public sealed record Completeness(ImmutableArray<string> Missing)
{
    /// <summary>Whether nothing is missing.</summary>
    public bool IsWhole => Missing.IsEmpty;

    /// <summary>The missing parts of these results.</summary>
    public static Completeness Of(RunResults results) => new([.. Gaps(results)]);

    private static IEnumerable<string> Gaps(RunResults results)
    {
        if (!results.Footer.Complete)
        {
            yield return "The run was interrupted.";
        }

        if (results.Profiles.Length < results.Footer.Profiles)
        {
            yield return $"{results.Profiles.Length} of {results.Footer.Profiles} profiles were started.";
        }

        if (results.Settings.Shard is { } shard)
        {
            yield return $"Only shard {shard} was run; `dhp merge` combines the shards of a run.";
        }

        // A shard has fewer cases than the run that it is a part of.
        var asked = results.Settings.Shard is null ? results.Settings.Cases : 0;
        foreach (var profile in results.Profiles.Where(profile => profile.Cases < asked && profile.Stopped is null))
        {
            yield return $"{profile.Cases} of {results.Settings.Cases} cases of {profile.Profile.Name} were run.";
        }

        foreach (var profile in results.Profiles)
        {
            if (profile.Stopped is { } stopped)
            {
                yield return $"{profile.Profile.Name}: {stopped}";
            }
        }

        foreach (var profile in results.Profiles)
        {
            foreach (var missing in (profile.Scopes ?? []).Select(scope => scope.Missing).OfType<string>())
            {
                yield return $"With {profile.Profile.Name}, {missing}";
            }
        }
    }
}
