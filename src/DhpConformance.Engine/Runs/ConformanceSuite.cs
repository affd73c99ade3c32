using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Findings;
using DhpConformance.Engine.Results;

namespace DhpConformance.Engine.Runs;

/// <summary>The suite: takes an implementation and says which rules it keeps.</summary>
public static class ConformanceSuite
{
    private static readonly TimeSpan TimeForFaults = TimeSpan.FromSeconds(30);

    /// <summary>The version of the suite.</summary>
    public static string Version { get; } =
        typeof(ConformanceSuite).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    /// <summary>Judges an implementation.</summary>
    /// <param name="create">
    /// Makes a server; called once for each thread and profile, and once for the description.
    /// </param>
    /// <param name="options">What to run.</param>
    /// <param name="progress">Receives the progress now and then; null for none.</param>
    /// <param name="cancellation">Stops the run: what is known by then is in the results, marked incomplete.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// Cases, length or threads are less than 1, the share has no case, or the budget is 0 or less.
    /// </exception>
    /// <exception cref="ServerFaultException">
    /// No server could be made, or it does not describe itself, so that there is nothing to judge.
    /// </exception>
    public static RunResults Run(
        Func<IPartitionableServer> create,
        SuiteOptions options,
        IProgress<SuiteProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Cases, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Length, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Threads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.CasesOfShard, 1);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.Budget ?? TimeSpan.MaxValue, TimeSpan.Zero);

        var started = DateTimeOffset.UtcNow;
        var clock = Stopwatch.StartNew();
        var description = DescriptionReader.Read(create, cancellation);
        var profiles = ImmutableArray.CreateBuilder<ProfileResult>(options.Profiles.Length);
        var milliseconds = ImmutableArray.CreateBuilder<long>(options.Profiles.Length);
        var faultTime = new FaultTime(TimeForFaults);
        var budget = new TimeBudget(options.Budget);
        var remembered = ImmutableArray.CreateBuilder<RememberedResult>();
        var rare = ImmutableArray.CreateBuilder<RareCase>();
        CaseLedger? before = null;
        foreach (var profile in options.Profiles)
        {
            if (cancellation.IsCancellationRequested)
            {
                break;
            }

            var begun = clock.ElapsedMilliseconds;
            var run = new ProfileRun(create, description, profile, options, faultTime,
                budget.Next(options.Profiles.Length - profiles.Count), before);
            profiles.Add(run.Execute(progress, cancellation));
            remembered.AddRange(run.Remembered);
            rare.AddRange(run.Rare);
            before = run.Ledger;
            milliseconds.Add(clock.ElapsedMilliseconds - begun);
        }

        return ResultsOf(
            description,
            options,
            profiles,
            new(started, clock.ElapsedMilliseconds, options.Threads)
            {
                ProfileMilliseconds = milliseconds.ToImmutable(),
            },
            !cancellation.IsCancellationRequested) with
        {
            Remembered = remembered.ToImmutable(),
            Rare = rare.ToImmutable(),
        };
    }

    /// <summary>What a run has to say, once its profiles are concluded.</summary>
    /// <param name="description">What the implementation says of itself.</param>
    /// <param name="options">What was run.</param>
    /// <param name="profiles">The profiles that were begun, in the order of the options.</param>
    /// <param name="times">How long it took.</param>
    /// <param name="isComplete">Whether it was not interrupted.</param>
    internal static RunResults ResultsOf(
        ImplementationDescription description,
        SuiteOptions options,
        IReadOnlyCollection<ProfileResult> profiles,
        RunTimes times,
        bool isComplete) => new()
        {
            Suite = Version,
            Implementation = SummaryOf(description, options),
            Settings = new(options.Seed, options.Cases, options.Length, options.Rules)
            {
                Shard = options.Shard.IsWhole ? null : options.Shard.ToString(),
                Workload = options.Workload,
                Remembered = options.Remembered.Length,
            },
            Profiles = [.. profiles],
            Times = times,
            Footer = RunFooter.Of(profiles, options.Profiles.Length, isComplete),
        };

    private static ImplementationSummary SummaryOf(ImplementationDescription description, SuiteOptions options) => new(
        options.Source,
        description.Name,
        description.Version,
        [.. description.Claims],
        description.Claims.Traits)
    {
        Notes = options.Notes,
        KnownFailures = options.KnownFailures,
    };
}
