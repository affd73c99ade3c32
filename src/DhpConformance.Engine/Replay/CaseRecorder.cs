using DhpConformance.Abstractions;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Generation;
using DhpConformance.Engine.Runs;

namespace DhpConformance.Engine.Replay;

/// <summary>Writes down a case of a run, whether anything is wrong with it or not.</summary>
public static class CaseRecorder
{
    /// <summary>What differs in a case with nothing wrong.</summary>
    internal const string Nothing = "nothing";

    /// <summary>Executes one case, up to the first violation if there is one.</summary>
    /// <param name="server">The server.</param>
    /// <param name="options">
    /// The run: its first profile, seed, length, workload and source. How many cases it has makes no difference.
    /// </param>
    /// <param name="number">Which case, from 0.</param>
    /// <returns>What was asked and answered; a file that can be replayed.</returns>
    /// <exception cref="ServerFaultException">The server does not describe itself.</exception>
    public static ReplayFile Record(IPartitionableServer server, SuiteOptions options, int number)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        var profile = options.Profiles[0];
        var description = DescriptionReader.Read(server);
        var cases = new CaseSource(profile, description, options.Seed, options.Workload);
        var drawn = cases.Case(number);
        var recording = new RecordingServer(server);
        var runner = new SequenceRunner(recording, description.Claims);
        var violation = runner.Run(drawn.Setup, cases.OperationsOf(drawn, options.Length), drawn.ObservationPolicy);
        var header = new ReplayHeader(
            ReplayHeader.CurrentFormat,
            ConformanceSuite.Version,
            violation?.Rule,
            profile,
            options.Source,
            options.Seed,
            number,
            drawn.ObservationPolicy,
            violation?.Subject ?? Nothing,
            violation?.Expected ?? Nothing,
            violation?.Observed ?? Nothing);
        return new(header, recording.Exchanges);
    }
}
