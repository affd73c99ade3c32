using System.Text.Json;
using DhpConformance.Hosting.Protocol;
using DhpConformance.Hosting.Transports;

namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>
/// Questions of several clients over one wire, each on a thread of its own, and their answers, which come in any order.
/// One of those who wait reads, and gives each line to whom it answers.
/// </summary>
/// <param name="exchange">The wire, which nobody else uses any more.</param>
/// <param name="options">Where the wire trace goes.</param>
internal sealed class OverlappingExchange(Exchange exchange, HostingOptions options)
{
    private readonly object state = new();
    private readonly Lock sending = new();
    private readonly Dictionary<long, byte[]?> open = [];
    private HostingException? broken;
    private bool isRead;

    /// <summary>Asks, waits, and reads the answer.</summary>
    /// <exception cref="HostingException">
    /// There was none that counts, or another client got none. The adapter has been ended.
    /// </exception>
    public T Ask<T>(PendingRequest asked, ReadOnlyMemory<byte> request, Exchange.ReadAnswer<T> read)
    {
        try
        {
            var trace = options.Traced is { } traced ? new WireTrace(traced) : null;
            var until = exchange.Until(asked);
            lock (state)
            {
                open.Add(asked.Id, null);
            }

            lock (sending)
            {
                trace?.Asked(asked, request.Span);
                exchange.Send(asked, request, until);
            }

            var line = AnswerTo(asked, until);
            trace?.Answered(asked, line);
            return exchange.Read(asked, request, line, until, read);
        }
        catch (HostingException problem)
        {
            lock (state)
            {
                broken ??= problem;
                Monitor.PulseAll(state);
            }

            throw;
        }
    }

    private byte[] AnswerTo(PendingRequest asked, Deadline until)
    {
        while (true)
        {
            if (Waited(asked, until) is { } answer)
            {
                return answer;
            }

            try
            {
                Deliver(asked, exchange.Receive(asked, until));
            }
            finally
            {
                lock (state)
                {
                    isRead = false;
                    Monitor.PulseAll(state);
                }
            }
        }
    }

    // The answer, if somebody else has read it; null when nobody reads any more, and this client has to.
    private byte[]? Waited(PendingRequest asked, Deadline until)
    {
        lock (state)
        {
            while (open[asked.Id] is null && broken is null && isRead && !until.HasPassed)
            {
                Monitor.Wait(state, until.NextMilliseconds);
            }

            if (open[asked.Id] is { } answer)
            {
                open.Remove(asked.Id);
                return answer;
            }

            if (broken is null && !isRead)
            {
                isRead = true;
                return null;
            }
        }

        // Whoever reads waits for an answer of its own, perhaps longer.
        throw broken ?? exchange.Silent(asked);
    }

    private void Deliver(PendingRequest asked, ReadOnlySpan<byte> line)
    {
        if (IdOf(line) is not { } id)
        {
            // It answers nobody: whoever reads says what is wrong with it.
            lock (state)
            {
                open[asked.Id] = line.ToArray();
            }

            return;
        }

        lock (state)
        {
            if (open.TryGetValue(id, out var earlier) && earlier is null)
            {
                open[id] = line.ToArray();
                return;
            }
        }

        throw exchange.Break(asked, AnswerFault.WrongId(asked, $"{id}"), line);
    }

    private static long? IdOf(ReadOnlySpan<byte> line)
    {
        try
        {
            var envelope = Envelope.Read(line);
            return envelope.Id.IsEmpty || !envelope.Method.IsEmpty ? null : JsonValue.Integer(envelope.Id, "id");
        }
        catch (Exception problem) when (problem is JsonException or ProtocolException)
        {
            return null;
        }
    }
}
