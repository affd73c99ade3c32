using DhpConformance.Hosting;
using DhpConformance.Rogues.Servers;

namespace DhpConformance.Rogues.Rogues;

/// <summary>Keeps every rule, but leaks a little across a reset.</summary>
internal static class LeaksPower
{
    public static void Run() => PipeServer.Run(new LeakingServer());
}
