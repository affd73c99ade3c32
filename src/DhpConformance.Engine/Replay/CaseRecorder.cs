using DhpConformance.Abstractions;
using DhpConformance.Engine.Campaigns;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Generation;

namespace DhpConformance.Engine.Replay;

/// <summary>Writes down a case of a run, whether anything is wrong with it or not.</summary>
public static class CaseRecorder
{
    private const string Nothing = "nothing";

    /// <summary>Executes one case, up to the first violation if there is one.</summary>
    /// <param name="server">The server.</param>
    /// <param name="options">
    /// The run: its first profile, seed, length and source. How many cases it has makes no difference.
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
        var description = ConformanceSuite.Describe(server);
        var setups = new SetupGenerator(profile, Campaign.NeighboursOf(profile), description);
        var cases = new CaseGenerator(setups, options.Seed, OperationWeights.AllowCrowds(description.Claims));
        var drawn = cases.Generate(number / CaseGenerator.Batch)[number % CaseGenerator.Batch];
        var recording = new RecordingServer(server);
        var runner = new SequenceRunner(recording, description.Claims);
        var operations = new CaseOperations(description.Claims).Of(drawn, options.Length);
        var violation = runner.Run(drawn.Setup, operations, drawn.Look);
        var header = new ReplayHeader(
            ReplayHeader.CurrentFormat,
            ConformanceSuite.Version,
            violation?.Rule,
            profile,
            options.Source,
            options.Seed,
            number,
            drawn.Look,
            violation?.Subject ?? Nothing,
            violation?.Expected ?? Nothing,
            violation?.Observed ?? Nothing);
        return new(header, recording.Exchanges);
    }
}
