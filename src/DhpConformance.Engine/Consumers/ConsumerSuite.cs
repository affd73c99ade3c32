using System.Diagnostics;
using System.Runtime.ExceptionServices;
using DhpConformance.Abstractions;

namespace DhpConformance.Engine.Consumers;

/// <summary>The suite for consumers: takes a driver or an application and says which duties it keeps.</summary>
public static class ConsumerSuite
{
    // A case takes milliseconds, and over a pipe a second at most.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Judges a consumer.</summary>
    /// <param name="create">Makes a fresh consumer; called for each case.</param>
    /// <param name="options">What to put it through.</param>
    /// <param name="cancellation">Stops the run between two cases: the verdict is inconclusive then.</param>
    /// <exception cref="ArgumentOutOfRangeException">Cases are less than 1.</exception>
    /// <exception cref="ConsumerFaultException">
    /// It does not describe itself, so that there is nothing to judge.
    /// </exception>
    public static ConsumerResults Run(
        Func<IConsumerUnderTest> create, ConsumerSuiteOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Cases, 1);
        var campaign = new ConsumerCampaign(create, Describe(create), options, cancellation);
        var clock = Stopwatch.StartNew();
        ExceptionDispatchInfo? thrown = null;
        var work = new Thread(() => thrown = Catch(campaign.Run)) { IsBackground = true };
        work.Start();
        for (var runs = -1L; !work.Join(Patience); runs = campaign.Runs)
        {
            if (runs == campaign.Runs)
            {
                return campaign.GiveUp(Patience) with { Elapsed = clock.Elapsed };
            }
        }

        thrown?.Throw();
        return campaign.Results() with { Elapsed = clock.Elapsed };
    }

    /// <summary>Drives a consumer through one case, and answers what it breaks; null for nothing.</summary>
    /// <param name="create">Makes a fresh consumer.</param>
    /// <param name="replay">The case.</param>
    public static ConsumerFailure? Replay(Func<IConsumerUnderTest> create, ConsumerReplay replay)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(replay);
        var examiner = new ConsumerExaminer(create, Describe(create), []);
        return examiner.Examine(new(replay.Machine, replay.Steps)).Finding is { } finding
            ? ConsumerCampaign.Of(0, finding)
            : null;
    }

    /// <summary>What a consumer says of itself, if that makes sense.</summary>
    /// <exception cref="ConsumerFaultException">It does not.</exception>
    public static ConsumerDescription Describe(Func<IConsumerUnderTest> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        try
        {
            using var consumer = create();
            return consumer.Describe() is { Name: not null, Version: not null, Traits.IsDefault: false } description
                && description.ProcessorLimit is null or >= 1
                    ? consumer.Describe()
                    : throw new ConsumerFaultException(
                        "Describe returned null, a name, a version or traits that are null, or a limit below 1.");
        }
        catch (Exception exception) when (exception is not (ServerFaultException or ConsumerFaultException
            or OperationCanceledException or OutOfMemoryException))
        {
            throw new ConsumerFaultException(
                $"Describe threw {exception.GetType().Name}: {exception.Message}", exception);
        }
    }

    private static ExceptionDispatchInfo? Catch(Action work)
    {
        try
        {
            work();
            return null;
        }
        catch (Exception exception)
        {
            return ExceptionDispatchInfo.Capture(exception);
        }
    }
}
