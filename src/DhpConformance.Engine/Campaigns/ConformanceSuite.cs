using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Results;

namespace DhpConformance.Engine.Campaigns;

/// <summary>The suite: takes an implementation and says which rules it keeps.</summary>
public static class ConformanceSuite
{
    /// <summary>The version of the suite.</summary>
    public static string Version { get; } =
        typeof(ConformanceSuite).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    /// <summary>Judges an implementation.</summary>
    /// <param name="create">
    /// Makes a server; called once for each thread and profile, and once for the description.
    /// </param>
    /// <param name="options">What to run.</param>
    /// <param name="progress">Is told now and then how far it is; null for nobody.</param>
    /// <param name="cancellation">Stops the run: what is known by then is in the results, marked incomplete.</param>
    /// <exception cref="ArgumentOutOfRangeException">
    /// Cases, length or threads are less than 1, or the share has no case.
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

        var started = DateTimeOffset.UtcNow;
        var clock = Stopwatch.StartNew();
        var description = Describe(create, cancellation);
        var profiles = ImmutableArray.CreateBuilder<ProfileResult>(options.Profiles.Length);
        var milliseconds = ImmutableArray.CreateBuilder<long>(options.Profiles.Length);
        foreach (var profile in options.Profiles)
        {
            if (cancellation.IsCancellationRequested)
            {
                break;
            }

            var begun = clock.ElapsedMilliseconds;
            var campaign = new Campaign(create, description, profile, options);
            profiles.Add(campaign.Run(progress, cancellation));
            milliseconds.Add(clock.ElapsedMilliseconds - begun);
        }

        return new RunResults
        {
            Suite = Version,
            Implementation = new(options.Source, description.Name, description.Version, [.. description.Claims])
            {
                Remarks = options.Remarks,
                KnownFailures = options.KnownFailures,
            },
            Settings = new(options.Seed, options.Cases, options.Length, options.Rules)
            {
                Shard = options.Shard.IsWhole ? null : options.Shard.ToString(),
            },
            Profiles = profiles.ToImmutable(),
            Times = new(started, clock.ElapsedMilliseconds, options.Threads)
            {
                ProfileMilliseconds = milliseconds.ToImmutable(),
            },
            Footer = RunFooter.Of(profiles, options.Profiles.Length, !cancellation.IsCancellationRequested),
        };
    }

    /// <summary>What an implementation says of itself, if that makes sense.</summary>
    /// <exception cref="OperationCanceledException">It was interrupted before it had said anything.</exception>
    internal static ImplementationDescription Describe(
        Func<IPartitionableServer> create, CancellationToken cancellation = default) =>
        Abandonable.Run(() => DescribeFresh(create), cancellation);

    private static ImplementationDescription DescribeFresh(Func<IPartitionableServer> create)
    {
        var server = create() ?? throw new ServerFaultException(
            ServerFault.CouldNotStart, "No server was made: null was returned instead of one.");
        try
        {
            return Describe(server);
        }
        finally
        {
            GiveBack(server);
        }
    }

    /// <summary>What a server says of itself, if that makes sense.</summary>
    internal static ImplementationDescription Describe(IPartitionableServer server) =>
        Described(server) is { Name: not null, Version: not null, Limits: not null } description
            ? description
            : throw new ServerFaultException(
                ServerFault.InvalidData,
                "Describe returned null, or a name, a version or limits that are null; return all of them.");

    private static ImplementationDescription? Described(IPartitionableServer server) => Blaming(
        nameof(server.Describe),
        "It is asked of a fresh server; return the description without doing anything.",
        server.Describe);

    private static void GiveBack(IPartitionableServer server) => Blaming(
        nameof(server.Dispose),
        "Let it give back what it can, and return.",
        () =>
        {
            server.Dispose();
            return true;
        });

    // What is thrown while a server is driven is judged; here nothing is judged yet, and yet the suite is not to blame.
    private static T Blaming<T>(string member, string remedy, Func<T> call)
    {
        try
        {
            return call();
        }
        catch (Exception exception) when (exception is not (ServerFaultException or OutOfMemoryException))
        {
            throw new ServerFaultException(
                ServerFault.InvalidData,
                $"{member} threw {exception.GetType().Name}: {exception.Message.TrimEnd('.', ' ')}. {remedy}",
                innerException: exception);
        }
    }
}
