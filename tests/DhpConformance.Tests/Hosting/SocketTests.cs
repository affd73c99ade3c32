using System.Net;
using System.Net.Sockets;
using DhpConformance.Abstractions;
using DhpConformance.FaultyAdapters.Servers;
using DhpConformance.Hosting;

namespace DhpConformance.Tests.Hosting;

/// <summary>The same lines over a socket, where each connection is a new adapter.</summary>
public sealed class SocketTests : IDisposable
{
    private readonly Socket listener;
    private readonly string? path;

    public SocketTests()
    {
        path = Path.Combine(Path.GetTempPath(), $"dhp-{Guid.NewGuid():N}.sock");
        listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    }

    public void Dispose()
    {
        listener.Dispose();
        File.Delete(path!);
    }

    [Fact]
    public void A_server_is_reached_over_tcp()
    {
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Serve(listener, connections: 1);
        AssertServes($"tcp:127.0.0.1:{((IPEndPoint)listener.LocalEndPoint!).Port}", TestAdapter.Patient);
    }

    [Fact]
    public void A_server_is_reached_over_a_unix_socket()
    {
        using var local = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        local.Bind(new UnixDomainSocketEndPoint(path!));
        Serve(local, connections: 2);
        AssertServes($"unix:{path}", TestAdapter.Patient with { RestartPerReset = true });
    }

    [Fact]
    public void Nobody_at_an_address_is_told_so()
    {
        var source = ImplementationSource.Parse($"unix:{path}");
        var problem = Assert.Throws<HostingException>(() => source.Describe());
        Assert.Equal(HostingFault.NotFound, problem.Kind);
        Assert.Contains(
            $"Nothing answers at unix:{path} (there is no such file)", problem.Message, StringComparison.Ordinal);
        Assert.Contains("Start the adapter first", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_is_closed_is_told_so()
    {
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        listener.Listen();
        var closing = Task.Run(() => listener.Accept().Dispose());
        var port = ((IPEndPoint)listener.LocalEndPoint!).Port;
        var source = ImplementationSource.Parse($"tcp:127.0.0.1:{port}", TestAdapter.Patient);
        var problem = Assert.Throws<HostingException>(() => source.Describe());
        Assert.Equal(HostingFault.DidNotStart, problem.Kind);
        Assert.Contains("The adapter closed the connection before it", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("standard error", problem.Message, StringComparison.Ordinal);
        await closing;
    }

    private static void AssertServes(string text, HostingOptions options)
    {
        using var server = ImplementationSource.Parse(text, options).Create();
        for (var round = 0; round < 2; round++)
        {
            server.Reset(Setups.Small);
            Assert.Equal(Outcome.Completed, server.Apply(Setups.AssignMemory));
            Assert.Equal(3, server.Observe().Units.Length);
        }
    }

    /// <summary>Serves one connection after another.</summary>
    private static void Serve(Socket listener, int connections)
    {
        listener.Listen();
        new Thread(() =>
        {
            for (var connection = 0; connection < connections; connection++)
            {
                var stream = new NetworkStream(listener.Accept(), ownsSocket: true);
                PipeServer.Run(new WellBehavedServer(), stream, stream);
            }
        })
        { IsBackground = true }.Start();
    }
}
