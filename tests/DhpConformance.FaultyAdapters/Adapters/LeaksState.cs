using DhpConformance.FaultyAdapters.Servers;
using DhpConformance.Hosting;

namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>Keeps assignments across a reset.</summary>
internal static class LeaksState
{
    public static void Run() => PipeServer.Run(new WellBehavedServer { Leaks = true });
}
