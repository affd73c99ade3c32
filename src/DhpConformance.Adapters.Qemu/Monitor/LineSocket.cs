using System.Net.Sockets;
using System.Text;
using DhpConformance.Abstractions;

namespace DhpConformance.Adapters.Qemu.Monitor;

/// <summary>Lines over a socket, each awaited no longer than until a deadline.</summary>
internal sealed class LineSocket(Socket socket) : IDisposable
{
    private byte[] buffer = new byte[16 * 1024];
    private int start;
    private int end;

    public void Dispose() => socket.Dispose();

    /// <summary>Sends lines in one go.</summary>
    public void Write(string lines)
    {
        try
        {
            socket.Send(Encoding.UTF8.GetBytes(lines));
        }
        catch (SocketException)
        {
            throw Closed();
        }
    }

    /// <summary>The next line; null if none has come in this time.</summary>
    /// <exception cref="MonitorException">The other side has closed.</exception>
    public ReadOnlyMemory<byte>? Read(TimeSpan patience)
    {
        var deadline = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        var seen = start;
        while (true)
        {
            var length = buffer.AsSpan(seen, end - seen).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = buffer.AsMemory(start, seen + length - start);
                start = seen + length + 1;
                return line;
            }

            MakeRoom();
            seen = end;
            var remaining = Math.Clamp(deadline - Environment.TickCount64, 0, 60_000);
            if (!socket.Poll((int)remaining * 1000, SelectMode.SelectRead))
            {
                return null;
            }

            end += Receive();
        }
    }

    private static MonitorException Closed() => new(ServerFault.Ended, "closed its monitor");

    private int Receive()
    {
        try
        {
            return socket.Receive(buffer, end, buffer.Length - end, SocketFlags.None) is var count and > 0
                ? count
                : throw Closed();
        }
        catch (SocketException)
        {
            throw Closed();
        }
    }

    /// <summary>Moves the unread bytes to the front.</summary>
    private void MakeRoom()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        if (end == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }
    }
}
