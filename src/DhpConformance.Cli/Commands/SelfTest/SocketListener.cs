using System.Net;
using System.Net.Sockets;
using DhpConformance.Abstractions;
using DhpConformance.Hosting;

namespace DhpConformance.Cli.Commands.SelfTest;

/// <summary>
/// Listens on a free port of this machine. Each connection gets a fresh server, unless it joins the session of another.
/// </summary>
internal sealed class SocketListener : IRemoteServer
{
    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public SocketListener(Func<IPartitionableServer> create)
    {
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        Address = $"tcp:{listener.LocalEndPoint}";
        new Thread(() => PipeServer.Listen(create, listener)) { IsBackground = true, Name = Address }.Start();
    }

    public string Address { get; }

    public void Dispose() => listener.Dispose();
}
