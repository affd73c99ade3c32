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
        return new(header, Whole(Answered(create, claims, failure, cancellation), failure.TestCase));
    }

    /// <summary>The requests of a case with nothing wrong, without answers.</summary>
    /// <param name="results">The run that it is of.</param>
    /// <param name="rare">The case.</param>
    public static ReplayFile Requests(RunResults results, RareCase rare)
    {
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(rare);
        var header = new ReplayHeader(
            ReplayHeader.CurrentFormat,
            results.Suite,
            rare.Rule,
            rare.Profile,
            results.Implementation.Source,
            results.Settings.Seed,
            rare.Number,
            rare.TestCase.ObservationPolicy,
            CaseRecorder.Nothing,
            CaseRecorder.Nothing,
            CaseRecorder.Nothing);
        return new(header, Whole([], rare.TestCase));
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
    private static ImmutableArray<Exchange> Whole(ImmutableArray<Exchange> answered, TestCase testCase) =>
    [
        .. answered.IsEmpty ? [new ResetExchange(new(testCase.Setup))] : answered,
        .. testCase.Operations.Skip(answered.OfType<ApplyExchange>().Count())
            .Select(operation => new ApplyExchange(new(operation))),
    ];
}
