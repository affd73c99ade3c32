using DhpConformance.FaultyAdapters.Servers;
using DhpConformance.Hosting;

namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>Keeps every rule, but leaks a little across a reset.</summary>
internal static class LeaksPower
{
    public static void Run() => PipeServer.Run(new LeakingServer());
}
