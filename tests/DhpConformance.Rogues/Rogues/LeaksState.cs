using DhpConformance.Hosting;
using DhpConformance.Rogues.Servers;

namespace DhpConformance.Rogues.Rogues;

/// <summary>Keeps assignments across a reset.</summary>
internal static class LeaksState
{
    public static void Run() => PipeServer.Run(new WellBehavedServer { Leaks = true });
}
