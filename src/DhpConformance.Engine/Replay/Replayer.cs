using DhpConformance.Abstractions;
using DhpConformance.Engine.Attribution;
using DhpConformance.Engine.Execution;
using DhpConformance.Engine.Judging;

namespace DhpConformance.Engine.Replay;

/// <summary>Does again what a replay file says.</summary>
public static class Replayer
{
    /// <summary>Executes the requests of a file and judges the answers, as the run did that wrote it.</summary>
    /// <returns>The violation; null if there is none now.</returns>
    public static Violation? Run(IPartitionableServer server, ReplayFile replay)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(replay);
        var runner = new SequenceRunner(server, DescriptionReader.Read(server).Claims);
        return new Examiner(runner, replay.Header.Profile).Examine(replay.TestCase)?.Violation;
    }
}
