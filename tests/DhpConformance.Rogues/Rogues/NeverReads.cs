using System.Text;
using DhpConformance.Hosting.Serving;
using DhpConformance.Rogues.Servers;

namespace DhpConformance.Rogues.Rogues;

/// <summary>Reads nothing, and makes up the answer to the handshake.</summary>
internal static class NeverReads
{
    public static void Run()
    {
        using var session = new AdapterSession(new GuardedServer(new WellBehavedServer()), restartPerReset: false);
        const string Request = """
            {"jsonrpc":"2.0","id":1,"method":"initialize",
            "params":{"deadlineMs":1,"protocolVersions":["1.0"],"suite":{}}}
            """;
        using var output = Console.OpenStandardOutput();
        output.Write(session.Answer(Encoding.UTF8.GetBytes(Request)).Span);
        Thread.Sleep(Timeout.Infinite);
    }
}
