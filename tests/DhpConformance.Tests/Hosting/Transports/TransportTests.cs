using System.IO.Pipes;
using System.Net.Sockets;
using DhpConformance.Hosting.Transports;

namespace DhpConformance.Tests.Hosting.Transports;

/// <summary>No wire waits longer than it may, in either direction.</summary>
public sealed class TransportTests
{
    // More than both ends of a connection together put into buffers.
    private static readonly byte[] Large = new byte[64 << 20];

    [Fact]
    public void Pipes_that_are_polled_keep_deadlines()
    {
        if (!OperatingSystem.IsWindows())
        {
            WithPipes((input, output) => new PolledPipe(input, output));
        }
    }

    [Fact]
    public void Streams_that_are_awaited_keep_deadlines() =>
        WithPipes((input, output) => new AwaitedStreams(input, output));

    [Fact]
    public void Sockets_keep_deadlines()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        using var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
        client.Connect(listener.LocalEndpoint);
        using var other = listener.AcceptSocket();
        using var wire = new SocketTransport(client);
        KeepsDeadlines(wire, () => other.Send("hello"u8));
    }

    private static void WithPipes(Func<PipeStream, PipeStream, ITransport> create)
    {
        using var from = new AnonymousPipeServerStream(PipeDirection.Out);
        using var to = new AnonymousPipeServerStream(PipeDirection.In);
        var input = new AnonymousPipeClientStream(PipeDirection.In, from.ClientSafePipeHandle);
        var output = new AnonymousPipeClientStream(PipeDirection.Out, to.ClientSafePipeHandle);
        using var wire = create(input, output);
        KeepsDeadlines(wire, () => from.Write("hello"u8));
    }

    private static void KeepsDeadlines(ITransport wire, Action sendHello)
    {
        var memory = new byte[16];
        sendHello();
        Assert.Equal(5, wire.Read(memory, Deadline.In(TestAdapter.Ample)));
        Assert.True(wire.Write(memory, Deadline.In(TestAdapter.Ample)));
        Assert.False(wire.Write(Large, Deadline.In(TestAdapter.Short)), "nobody reads it");
        Assert.Equal(ITransport.TimedOut, wire.Read(memory, Deadline.In(TestAdapter.Short)));
    }
}
