using DhpConformance.FaultyAdapters.Servers;
using DhpConformance.Hosting.Protocol;
using DhpConformance.Hosting.Serving;

namespace DhpConformance.FaultyAdapters.Adapters;

/// <summary>Reads nothing, and makes up the answer to the handshake.</summary>
internal static class NeverReads
{
    public static void Run()
    {
        using var session = new AdapterSession(new GuardedServer(new WellBehavedServer()), restartPerReset: false);
        using var suite = new RequestWriter();
        using var output = Console.OpenStandardOutput();
        output.Write(session.Answer(suite.Initialize(1, 1).Span).Span);
        Thread.Sleep(Timeout.Infinite);
    }
}
