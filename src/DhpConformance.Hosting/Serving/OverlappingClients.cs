using System.Collections.Concurrent;
using DhpConformance.Hosting.Protocol;
using DhpConformance.Hosting.Transports;

namespace DhpConformance.Hosting.Serving;

/// <summary>
/// Answers the requests that name a client, each client on a thread of its own, so that they overlap in the server as
/// they do on the wire, and each is answered when it has ended.
/// </summary>
internal sealed class OverlappingClients(AdapterSession session, PlainStreams wire) : IDisposable
{
    private readonly Dictionary<int, BlockingCollection<byte[]>> queues = [];
    private readonly Lock output = new();

    /// <summary>Takes a line if it is a request that names a client; false if it is to be answered at once.</summary>
    public bool Take(ReadOnlySpan<byte> line)
    {
        if (session.ClientOf(line) is not { } client)
        {
            return false;
        }

        if (!queues.TryGetValue(client, out var queue))
        {
            queue = queues[client] = [];
            new Thread(() => Answer(queue)) { IsBackground = true, Name = $"client {client}" }.Start();
        }

        session.Begin();
        queue.Add(line.ToArray());
        return true;
    }

    /// <summary>Writes an answer, while nobody else does.</summary>
    public void Write(ReadOnlyMemory<byte> answer)
    {
        lock (output)
        {
            wire.Write(answer, Deadline.Never);
        }
    }

    /// <summary>Answers nothing more. Whoever waits in the server is left behind.</summary>
    public void Dispose()
    {
        foreach (var queue in queues.Values)
        {
            queue.CompleteAdding();
        }
    }

    private void Answer(BlockingCollection<byte[]> queue)
    {
        using var writer = new ResponseWriter();
        foreach (var line in queue.GetConsumingEnumerable())
        {
            var answer = session.Answer(line, writer);
            session.End();
            try
            {
                Write(answer);
            }
            catch (Exception problem) when (problem is IOException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
