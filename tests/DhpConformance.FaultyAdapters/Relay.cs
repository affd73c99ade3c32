using System.Text;
using DhpConformance.Abstractions;
using DhpConformance.FaultyAdapters.Servers;
using DhpConformance.Hosting.Serving;

namespace DhpConformance.FaultyAdapters;

/// <summary>
/// An adapter that knows the right answer to every request, and sends what a faulty adapter makes of it.
/// </summary>
internal static class Relay
{
    /// <summary>
    /// Answers lines until the input ends.
    /// </summary>
    /// <param name="change">
    /// Takes a request and the right answer to it, without its line end, and gives all that is to be written.
    /// </param>
    public static void Run(Func<string, string, string> change) =>
        RunBytes((request, answer) => Encoding.UTF8.GetBytes(change(request, answer)));

    /// <summary>The same, for what is not text.</summary>
    public static void RunBytes(Func<string, string, byte[]> change) => RunBytes(new WellBehavedServer(), change);

    /// <summary>The same, for a server that keeps the rules and takes several clients.</summary>
    public static void RunWithClients(Func<string, string, string> change) =>
        RunBytes(new Acme.MyServer(), (request, answer) => Encoding.UTF8.GetBytes(change(request, answer)));

    private static void RunBytes(IPartitionableServer server, Func<string, string, byte[]> change)
    {
        using var output = Console.OpenStandardOutput();
        using var session = new AdapterSession(new GuardedServer(server), restartPerReset: false);
        while (Console.In.ReadLine() is { } request)
        {
            var answer = Encoding.UTF8.GetString(session.Answer(Encoding.UTF8.GetBytes(request)).Span);
            output.Write(change(request, answer.TrimEnd('\n')));
            output.Flush();
        }
    }

    /// <summary>Whether a request is for this method.</summary>
    public static bool Asks(this string request, string method) =>
        request.Contains($"\"method\":\"{method}\"", StringComparison.Ordinal);
}
