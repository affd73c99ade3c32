using System.Net.Sockets;

namespace DhpConformance.Hosting.Transports;

/// <summary>A connected socket.</summary>
internal sealed class SocketTransport(Socket socket) : ITransport
{
    public int Read(Memory<byte> memory, Deadline until)
    {
        try
        {
            // An interrupted or early wake-up is no reason to give up.
            while (!socket.Poll(TimeSpan.FromMilliseconds(until.NextMilliseconds), SelectMode.SelectRead))
            {
                if (until.HasPassed)
                {
                    return ITransport.TimedOut;
                }
            }

            return socket.Receive(memory.Span);
        }
        catch (Exception problem) when (problem is SocketException or ObjectDisposedException)
        {
            throw new IOException(problem.Message, problem);
        }
    }

    public bool Write(ReadOnlyMemory<byte> bytes, Deadline until)
    {
        try
        {
            while (!bytes.IsEmpty)
            {
                if (until.HasPassed)
                {
                    return false;
                }

                socket.SendTimeout = Math.Max(1, until.RemainingMilliseconds);
                bytes = bytes[socket.Send(bytes.Span)..];
            }

            return true;
        }
        catch (SocketException problem) when (problem.SocketErrorCode == SocketError.TimedOut)
        {
            return false;
        }
        catch (Exception problem) when (problem is SocketException or ObjectDisposedException)
        {
            throw new IOException(problem.Message, problem);
        }
    }

    public void EndOutput()
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception problem) when (problem is SocketException or ObjectDisposedException)
        {
            // It is gone already, which is all that was wanted.
        }
    }

    public void Dispose() => socket.Dispose();
}
