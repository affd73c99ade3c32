using DhpConformance.Abstractions;
using DhpConformance.FaultyAdapters.Servers;
using DhpConformance.Hosting;

namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>Claims everything there is.</summary>
internal static class ClaimsTooMuch
{
    public static void Run() => PipeServer.Run(new WellBehavedServer { Claims = Claims.All });
}
