using DhpConformance.Abstractions;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Results;

namespace DhpConformance.Engine.Replay;

/// <summary>Makes replay files of failures.</summary>
public static class ReplayRecorder
{
    /// <summary>Executes a failure once more, to have the answers on record.</summary>
    /// <param name="server">The server that failed.</param>
    /// <param name="results">The run it failed in.</param>
    /// <param name="profile">The profile that was judged.</param>
    /// <param name="failure">The failure.</param>
    public static ReplayFile Record(
        IPartitionableServer server, RunResults results, ProfileResult profile, Failure failure)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(results);
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(failure);
        var recording = new RecordingServer(server);
        var runner = new SequenceRunner(recording, Claims.Of([.. results.Implementation.Claims]));
        runner.Run(failure.Setup, new ListedOperations(failure.Operations), failure.Look);
        var header = new ReplayHeader(
            ReplayHeader.CurrentFormat,
            results.Suite,
            failure.Rule,
            profile.Profile,
            results.Implementation.Source,
            results.Settings.Seed,
            failure.Case,
            failure.Look,
            failure.Subject,
            failure.Expected,
            failure.Observed);
        return new(header, recording.Exchanges);
    }
}
