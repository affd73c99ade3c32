using DhpConformance.FaultyAdapters.Servers;
using DhpConformance.Hosting;

namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>A correct adapter, to compare with.</summary>
internal static class WellBehaved
{
    public static void Run() => PipeServer.Run(new WellBehavedServer());
}
