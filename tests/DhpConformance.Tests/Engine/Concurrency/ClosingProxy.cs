using System.Net;
using System.Net.Sockets;

namespace DhpConformance.Tests.Engine.Concurrency;

/// <summary>
/// Passes on what connections say to a server and hear from it, but closes the fourth one when it asks for more than to
/// join: after that of the description, of client 0 and of client 1 it is client 2.
/// </summary>
internal sealed class ClosingProxy : IDisposable
{
    private const int Closing = 3;

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int server;

    /// <param name="address">Where the server listens, as <c>tcp:127.0.0.1:PORT</c>.</param>
    public ClosingProxy(string address)
    {
        server = IPEndPoint.Parse(address["tcp:".Length..]).Port;
        listener.Start();
        new Thread(Accept) { IsBackground = true }.Start();
    }

    public string Address => $"tcp:{listener.LocalEndpoint}";

    public void Dispose() => listener.Dispose();

    private void Accept()
    {
        try
        {
            for (var connection = 0; ; connection++)
            {
                var (near, far) = (listener.AcceptTcpClient(), new TcpClient());
                near.NoDelay = far.NoDelay = true;
                far.Connect(IPAddress.Loopback, server);
                var lines = connection == Closing ? 2 : int.MaxValue;
                new Thread(() => Pass(near, far, lines)) { IsBackground = true }.Start();
                new Thread(() => Pass(far, near, int.MaxValue)) { IsBackground = true }.Start();
            }
        }
        catch (Exception problem) when (problem is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private static void Pass(TcpClient from, TcpClient to, int lines)
    {
        try
        {
            using var reader = new StreamReader(from.GetStream());
            while (reader.ReadLine() is { } line && lines-- > 0)
            {
                to.GetStream().Write(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
            }
        }
        catch (Exception problem) when (problem is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One side has ended, and so does the other.
        }

        from.Dispose();
        to.Dispose();
    }
}
