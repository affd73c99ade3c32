using System.Net.Sockets;
using DhpConformance.Abstractions;
using DhpConformance.Hosting.Serving;
using DhpConformance.Hosting.Transports;

namespace DhpConformance.Hosting;

/// <summary>
/// Puts a server on standard input and output, or on any other pair of streams, so that the suite can reach it from
/// another process. A whole adapter in C# is <c>PipeServer.Run(new MyServer());</c>.
/// </summary>
public static class PipeServer
{
    /// <summary>
    /// Answers requests on standard input and output until the input ends. From then on standard output belongs to
    /// the protocol, so what is written to <see cref="Console.Out"/> goes to standard error.
    /// </summary>
    /// <param name="server">What is asked. Disposed of at the end.</param>
    /// <param name="restartPerReset">
    /// True for a server that can be reset only once, so that the suite starts a fresh process for each case.
    /// </param>
    public static void Run(IPartitionableServer server, bool restartPerReset = false)
    {
        ArgumentNullException.ThrowIfNull(server);
        var output = Console.OpenStandardOutput();
        Console.SetOut(Console.Error);
        Run(server, Console.OpenStandardInput(), output, restartPerReset);
    }

    /// <summary>
    /// Answers requests on <paramref name="input"/> and <paramref name="output"/> until the input ends.
    /// </summary>
    /// <param name="server">What is asked. Disposed of at the end.</param>
    /// <param name="input">Where requests come from, such as a network stream. Disposed of at the end.</param>
    /// <param name="output">Where answers go to; may be the same. Disposed of at the end.</param>
    /// <param name="restartPerReset">See the other overload.</param>
    public static void Run(IPartitionableServer server, Stream input, Stream output, bool restartPerReset = false)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        Run(server, input, output, restartPerReset, null);
    }

    /// <summary>
    /// Answers whoever connects, until it is cancelled: each connection has a server of its own, or joins that of
    /// another one as one of several clients.
    /// </summary>
    /// <param name="create">Makes a server. Disposed of when its connection ends.</param>
    /// <param name="listener">Listens already. Disposed of at the end.</param>
    /// <param name="cancellation">Ends it. Connections that are open go on.</param>
    public static void Listen(
        Func<IPartitionableServer> create, Socket listener, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(listener);
        var sessions = new OpenSessions();
        using var registration = cancellation.Register(listener.Dispose);
        while (Accepted(listener) is { } socket)
        {
            if (socket.AddressFamily != AddressFamily.Unix)
            {
                socket.NoDelay = true;
            }

            new Thread(() =>
            {
                var stream = new NetworkStream(socket, ownsSocket: true);
                Run(create(), stream, stream, restartPerReset: false, sessions);
            })
            { IsBackground = true }.Start();
        }

        listener.Dispose();
    }

    // Null when nobody needs it any more.
    private static Socket? Accepted(Socket listener)
    {
        try
        {
            return listener.Accept();
        }
        catch (Exception problem) when (problem is SocketException or ObjectDisposedException)
        {
            return null;
        }
    }

    private static void Run(
        IPartitionableServer server, Stream input, Stream output, bool restartPerReset, OpenSessions? sessions)
    {
        using (server)
        using (var wire = new PlainStreams(input, output))
        using (var session = new AdapterSession(new GuardedServer(server), restartPerReset, sessions))
        using (var clients = new OverlappingClients(session, wire))
        {
            try
            {
                Converse(wire, session, clients);
            }
            catch (IOException)
            {
                // The suite is gone, which is another way to say that the input has ended.
            }
        }
    }

    private static void Converse(PlainStreams wire, AdapterSession session, OverlappingClients clients)
    {
        var lines = new LineReader(wire);
        while (!session.IsOver)
        {
            var result = lines.Read(Deadline.Never, out var line);
            if (result == LineResult.EndOfInput)
            {
                return;
            }

            if (result != LineResult.Line || !clients.Take(line))
            {
                clients.Write(result == LineResult.Line ? session.Answer(line) : session.RefuseLongLine());
            }
        }
    }
}
