using System.Net;
using System.Net.Sockets;
using DhpConformance.Abstractions;
using DhpConformance.Hosting;

namespace DhpConformance.Cli.Commands.SelfTest;

/// <summary>Serves at a free port of this machine: a fresh server to whoever connects.</summary>
internal sealed class SocketListener : IWired
{
    private readonly Func<IPartitionableServer> create;
    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public SocketListener(Func<IPartitionableServer> create)
    {
        this.create = create;
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        Address = $"tcp:{listener.LocalEndPoint}";
        new Thread(Accept) { IsBackground = true, Name = $"listens at {Address}" }.Start();
    }

    public string Address { get; }

    public void Dispose() => listener.Dispose();

    private void Accept()
    {
        try
        {
            while (true)
            {
                var socket = listener.Accept();
                socket.NoDelay = true;
                new Thread(() => Serve(socket)) { IsBackground = true }.Start();
            }
        }
        catch (Exception problem) when (problem is SocketException or ObjectDisposedException)
        {
            // Nobody needs it any more.
        }
    }

    private void Serve(Socket socket)
    {
        var stream = new NetworkStream(socket, ownsSocket: true);
        PipeServer.Run(create(), stream, stream);
    }
}
