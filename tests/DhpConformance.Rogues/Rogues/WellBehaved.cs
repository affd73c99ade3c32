using DhpConformance.Hosting;
using DhpConformance.Rogues.Servers;

namespace DhpConformance.Rogues.Rogues;

/// <summary>No rogue at all, to compare with.</summary>
internal static class WellBehaved
{
    public static void Run() => PipeServer.Run(new WellBehavedServer());
}
