using System.Collections.Immutable;
using System.Diagnostics;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Results;
using DhpConformance.Engine.Runs;
using DhpConformance.Engine.Scopes;

namespace DhpConformance.Engine.Exhaustive;

/// <summary>
/// Puts an implementation through a scope and says of each rule whether it holds there. What it says is a guarantee for
/// the scope, and nothing about larger servers.
/// </summary>
public static class ExhaustiveSuite
{
    /// <summary>Judges an implementation.</summary>
    /// <param name="create">
    /// Makes a server; called once for each thread and kind of server, and for descriptions.
    /// </param>
    /// <param name="options">What to go through.</param>
    /// <param name="progress">Receives the progress now and then; null for none.</param>
    /// <param name="cancellation">Stops the run: what is known by then is in the results, marked incomplete.</param>
    /// <exception cref="UnusableScopeException">
    /// The scope is too large, or nothing for this implementation, or the earlier results are of another run. Nothing
    /// was asked of the implementation but its description.
    /// </exception>
    /// <exception cref="ServerFaultException">No server could be made, or it does not describe itself.</exception>
    public static RunResults Run(
        Func<IPartitionableServer> create,
        ExhaustiveSuiteOptions options,
        IProgress<SuiteProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Histories, 1);
        var started = DateTimeOffset.UtcNow;
        var clock = Stopwatch.StartNew();
        var description = DescriptionReader.Read(create, cancellation);
        var servers = Servers(options, description);
        var implementation = SummaryOf(description, options);
        var settings = new RunSettings(Seed: 0, Cases: 0, Length: 0, options.Rules)
        {
            Scope = options.Scope,
            Histories = options.Histories,
            Shard = options.Shard.IsWhole ? null : options.Shard.ToString(),
        };
        EarlierRun.RefuseOther(options.Earlier, implementation, settings, options.Profiles);

        var profiles = ImmutableArray.CreateBuilder<ProfileResult>(options.Profiles.Length);
        var milliseconds = ImmutableArray.CreateBuilder<long>(options.Profiles.Length);
        var hasHung = false;
        foreach (var profile in options.Profiles)
        {
            var earlier = options.Earlier?.Profiles.FirstOrDefault(one => one.Profile.Name == profile.Name);
            if (cancellation.IsCancellationRequested || hasHung)
            {
                if (earlier is not null)
                {
                    profiles.Add(earlier);
                    milliseconds.Add(0);
                }

                continue;
            }

            var begun = clock.ElapsedMilliseconds;
            var exploration = new ProfileExploration(create, description.Claims, profile, options, settings);
            profiles.Add(exploration.Run(servers, progress, cancellation));
            hasHung = exploration.HasHung;
            milliseconds.Add(clock.ElapsedMilliseconds - begun);
        }

        return new RunResults
        {
            Suite = ConformanceSuite.Version,
            Implementation = implementation,
            Settings = settings,
            Profiles = profiles.ToImmutable(),
            Times = new(started, clock.ElapsedMilliseconds, options.Threads)
            {
                ProfileMilliseconds = milliseconds.ToImmutable(),
            },
            Footer = RunFooter.Of(
                profiles,
                options.Profiles.Length,
                profiles.Count == options.Profiles.Length && profiles.All(profile => IsWhole(profile, servers.Length))),
        };
    }

    private static ImplementationSummary SummaryOf(
        ImplementationDescription description, ExhaustiveSuiteOptions options) => new(
            options.Source, description.Name, description.Version, [.. description.Claims], description.Claims.Traits)
    {
        Notes = options.Notes,
        KnownFailures = options.KnownFailures,
    };

    // What is refused is refused before anything is done.
    private static ImmutableArray<Partitionability> Servers(
        ExhaustiveSuiteOptions options, ImplementationDescription description)
    {
        ImmutableArray<Partitionability> servers =
        [
            .. options.Scope.Servers.Where(kind =>
                kind == Partitionability.Dynamic || description.Claims.Has(Claim.StaticServers)),
        ];
        if (servers.IsEmpty)
        {
            throw new UnusableScopeException(
                $"Scope {options.Scope.Name} is about static servers, which {description.Name} does not claim; take "
                + "another scope.");
        }

        foreach (var profile in options.Profiles)
        {
            foreach (var kind in servers)
            {
                ScopeRun.RefuseUnusable(
                    options.Scope.For(profile, kind), description, options.StateLimit);
            }
        }

        return servers;
    }

    private static bool IsWhole(ProfileResult profile, int servers) =>
        profile.Scopes is { } scopes && scopes.Length == servers && scopes.All(scope => scope.IsComplete);
}
