using DhpConformance.FaultyAdapters.Servers;
using DhpConformance.Hosting;

namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>Its server throws.</summary>
internal static class Throws
{
    public static void Run() => PipeServer.Run(new ThrowingServer());
}
