using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DhpConformance.Cli.Commands.Serve;

/// <summary>Where <c>dhp serve --listen</c> listens: a path, or a port of this machine.</summary>
internal static class ListeningAddress
{
    /// <summary>Listens there.</summary>
    /// <exception cref="BadInputException">It cannot be understood, or is in use.</exception>
    public static Socket Listen(string address)
    {
        var socket = address.StartsWith("unix:", StringComparison.Ordinal)
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(EndPointOf(address));
            socket.Listen();
            return socket;
        }
        catch (SocketException problem)
        {
            socket.Dispose();
            throw new BadInputException(
                $"Nothing can listen at {address} ({problem.Message.TrimEnd('.')}); name a path that is not there, or "
                + "a port that is free.",
                cause: problem);
        }
        catch (BadInputException)
        {
            socket.Dispose();
            throw;
        }
    }

    private static EndPoint EndPointOf(string address)
    {
        const string Loopback = "tcp:127.0.0.1:";
        try
        {
            return address.StartsWith("unix:", StringComparison.Ordinal)
                ? new UnixDomainSocketEndPoint(address["unix:".Length..])
                : address.StartsWith(Loopback, StringComparison.Ordinal) && ushort.TryParse(
                    address[Loopback.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
                    ? new IPEndPoint(IPAddress.Loopback, port)
                    : throw Bad(address);
        }
        catch (ArgumentException)
        {
            throw Bad(address);
        }
    }

    // The protocol has no access control, so that nobody else is let in.
    private static BadInputException Bad(string address) => new(
        $"--listen is \"{address}\"; write unix:PATH, or tcp:127.0.0.1:PORT.");
}
