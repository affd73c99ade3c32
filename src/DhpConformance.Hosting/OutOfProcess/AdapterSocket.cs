using System.Net;
using System.Net.Sockets;
using DhpConformance.Hosting.Transports;

namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>
/// An adapter that somebody else has started and that listens at an address. Each connection is a fresh one.
/// </summary>
internal sealed class AdapterSocket : IAdapterLink
{
    private AdapterSocket(string name, Socket socket)
    {
        Name = name;
        Wire = new SocketTransport(socket);
    }

    public string Name { get; }

    public ITransport Wire { get; }

    public bool HasEnded => false;

    public CancellationToken Ended => CancellationToken.None;

    public bool IsShared => true;

    public string WhereItLogs => "Look into what it logs where it was started.";

    public string HowItIsGivenUp => "the connection was closed";

    /// <exception cref="HostingException">Nobody listens there, or not in time.</exception>
    public static AdapterSocket Connect(string name, EndPoint address, TimeSpan patience)
    {
        var socket = address is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            using var deadline = new CancellationTokenSource(patience);
            socket.ConnectAsync(address, deadline.Token).AsTask().GetAwaiter().GetResult();
            return new AdapterSocket(name, socket);
        }
        catch (Exception problem) when (problem is SocketException or OperationCanceledException)
        {
            socket.Dispose();
            throw new HostingException(
                HostingFault.NotFound,
                $"Nothing answers at {name} ({Why(address, problem)}). Start the adapter first, see that it "
                    + "listens there, and let it accept a new connection whenever one has ended.",
                innerException: problem);
        }
    }

    // What the system says of a path that is not there speaks of addresses.
    private static string Why(EndPoint address, Exception problem) =>
        address is UnixDomainSocketEndPoint && !File.Exists(address.ToString())
            ? "there is no such file"
            : problem.Message.TrimEnd('.');

    public string HowItEnded(string closed, TimeSpan patience) => "closed the connection";

    public string? Kill(TimeSpan patience)
    {
        Dispose();
        return null;
    }

    public IEnumerable<HostingException> End(TimeSpan patience)
    {
        // Until it has closed its side too, an adapter that serves one connection at a time would refuse the next.
        Wire.EndOutput();
        var rest = new byte[1024];
        var until = Deadline.In(patience);
        try
        {
            while (Wire.Read(rest, until) > 0)
            {
            }

            return Notes.AtTheEnd(Name, !until.HasPassed, 0, patience, null);
        }
        catch (IOException)
        {
            return [];
        }
    }

    public void Dispose() => Wire.Dispose();
}
