using System.Collections.Immutable;
using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Engine.Scopes;

namespace DhpConformance.Engine.Exhaustive;

/// <summary>Says whether results are those of the same run, so that it can go on after them.</summary>
internal static class EarlierRun
{
    /// <summary>Refuses results of another run.</summary>
    /// <exception cref="UnusableScopeException">They are; the message says in what they differ.</exception>
    public static void RefuseOther(
        RunResults? earlier,
        ImplementationSummary implementation,
        RunSettings settings,
        ImmutableArray<Profile> profiles)
    {
        if (earlier is null)
        {
            return;
        }

        var other = earlier.Settings.Scope is not { } scope ? "a run that drew cases"
            : Json(scope) != Json(settings.Scope!) ? $"scope {scope.Name}"
            : earlier.Settings.Histories != settings.Histories
                ? $"{earlier.Settings.Histories} histories of each state"
            : earlier.Settings.Shard != settings.Shard ? $"shard {earlier.Settings.Shard ?? "1/1"}"
            : !earlier.Settings.Rules.SequenceEqual(settings.Rules) ? "other rules"
            : Json(earlier.Implementation) != Json(implementation)
                ? $"{earlier.Implementation.Name} {earlier.Implementation.Version} at {earlier.Implementation.Source}"
            : !AreOf(earlier, profiles) ? "other profiles"
            : earlier.Suite != ConformanceSuite.Version ? $"version {earlier.Suite} of the suite"
            : null;
        if (other is not null)
        {
            throw new UnusableScopeException(
                $"The earlier results are those of {other}; give the same options as then, or begin anew.");
        }
    }

    // An interrupted run has got to the first of those that were asked for, in their order.
    private static bool AreOf(RunResults earlier, ImmutableArray<Profile> profiles) =>
        earlier.Footer.Profiles == profiles.Length
        && profiles.Select(profile => profile.Name).Take(earlier.Profiles.Length)
            .SequenceEqual(earlier.Profiles.Select(one => one.Profile.Name));

    private static string Json(ScopeDefinition scope) =>
        JsonSerializer.Serialize(scope, ResultsJson.Default.ScopeDefinition);

    private static string Json(ImplementationSummary implementation) =>
        JsonSerializer.Serialize(implementation, ResultsJson.Default.ImplementationSummary);
}
