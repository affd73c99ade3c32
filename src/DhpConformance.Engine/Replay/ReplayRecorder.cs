using System.Collections.Immutable;
using DhpConformance.Abstractions;
using DhpConformance.Engine.Cases;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Results;

namespace DhpConformance.Engine.Replay;

/// <summary>Makes replay files of failures.</summary>
public static class ReplayRecorder
{
    /// <summary>Executes a failure once more, to have the answers on record.</summary>
    /// <param name="create">Makes the server that failed.</param>
    /// <param name="results">The run it failed in.</param>
    /// <param name="profile">The profile that was judged.</param>
    /// <param name="failure">The failure.</param>
    /// <param name="cancellation">
    /// After an interruption nothing is executed any more, and the file has requests without answers.
    /// </param>
    public static ReplayFile Record(
        Func<IPartitionableServer> create,
        RunResults results,
        ProfileResult profile,
        Failure failure,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(failure);
        var header = new ReplayHeader(
            ReplayHeader.CurrentFormat,
            results.Suite,
            failure.Rule,
            profile.Profile,
            results.Implementation.Source,
            results.Settings.Seed,
            failure.Case,
            failure.ObservationPolicy,
            failure.Subject,
            failure.Expected,
            failure.Observed);
        var claims = results.Implementation.Claimed;
        return new(header, Whole(Answered(create, claims, failure, cancellation), failure));
    }

    private static ImmutableArray<Exchange> Answered(
        Func<IPartitionableServer> create, Claims claims, Failure failure, CancellationToken cancellation)
    {
        ImmutableArray<Exchange> answered = [];
        if (!cancellation.IsCancellationRequested)
        {
            Workers.Run(
                1,
                () =>
                {
                    using var recording = new RecordingServer(create());
                    new SequenceRunner(recording, claims).Run(
                        failure.Setup, new ListedOperations(failure.Operations), failure.ObservationPolicy);
                    answered = recording.Exchanges;
                },
                cancellation);
        }

        // What was cut short by the interruption is no answer of the server.
        return cancellation.IsCancellationRequested ? [] : answered;
    }

    // A server may end sooner than before: who does the same again needs all of the requests.
    private static ImmutableArray<Exchange> Whole(ImmutableArray<Exchange> answered, Failure failure) =>
    [
        .. answered.IsEmpty ? [new ResetExchange(new(failure.Setup))] : answered,
        .. failure.Operations.Skip(answered.OfType<ApplyExchange>().Count())
            .Select(operation => new ApplyExchange(new(operation))),
    ];
}
