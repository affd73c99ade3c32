using DhpConformance.Abstractions;
using DhpConformance.Hosting;
using DhpConformance.Rogues.Servers;

namespace DhpConformance.Rogues.Rogues;

/// <summary>Claims everything there is.</summary>
internal static class ClaimsTooMuch
{
    public static void Run() => PipeServer.Run(new WellBehavedServer { Claims = Claims.All });
}
