using DhpConformance.Hosting;
using DhpConformance.Rogues.Servers;

namespace DhpConformance.Rogues.Rogues;

/// <summary>Its server throws.</summary>
internal static class Throws
{
    public static void Run() => PipeServer.Run(new ThrowingServer());
}
