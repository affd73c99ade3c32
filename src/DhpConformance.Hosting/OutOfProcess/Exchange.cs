using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using DhpConformance.Hosting.Protocol;
using DhpConformance.Hosting.Transports;

namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>One question and its answer, and everything that can go wrong in between.</summary>
internal sealed class Exchange(IAdapterLink link, HostingOptions options)
{
    // What still answers ends by itself in much less, and then takes along what it has in the system, such as the
    // sockets of its runtime; a hundred sequences may end like that while one is made small.
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(0.5);

    private readonly LineReader lines = new(link.Wire);
    private readonly WireTrace? trace = options.Traced is { } traced ? new(traced) : null;
    private readonly TimeSpan grace = options.Scaled(options.Grace);
    private readonly Lock breaking = new();
    private HostingException? broken;

    public delegate T ReadAnswer<T>(ReadOnlySpan<byte> result);

    /// <summary>Asks, waits, and reads the answer.</summary>
    /// <exception cref="HostingException">There was none that counts. The adapter has been ended.</exception>
    public T Ask<T>(PendingRequest asked, ReadOnlyMemory<byte> request, ReadAnswer<T> read)
    {
        var until = Until(asked);
        trace?.Asked(asked, request.Span);
        Send(asked, request, until);
        var line = Receive(asked, until);
        trace?.Answered(asked, line);
        return Read(asked, request, line, until, read);
    }

    /// <summary>How long an answer is waited for, from now.</summary>
    public Deadline Until(PendingRequest asked) =>
        Deadline.In(asked.Allowed + grace, options.Interrupted, link.Ended);

    /// <summary>Reads a line as the answer.</summary>
    /// <exception cref="HostingException">It is none, or too late. The adapter has been ended.</exception>
    public T Read<T>(
        PendingRequest asked,
        ReadOnlyMemory<byte> request,
        ReadOnlySpan<byte> line,
        Deadline until,
        ReadAnswer<T> read)
    {
        if (until.Remaining >= grace && TryRead(UsualAnswer.ResultOf(line, asked.Id), read, out var answer))
        {
            return answer;
        }

        try
        {
            var envelope = Envelope.Read(line);
            Check(asked, envelope, line, request.Span);
            if (until.Remaining < grace)
            {
                var taken = asked.Allowed + grace - until.Remaining;
                throw Break(asked, SilenceFault.AnsweredLate(asked, taken), line);
            }

            return read(envelope.Result);
        }
        catch (JsonException problem)
        {
            throw Break(asked, LineFault.NotJson(asked, line, problem), line);
        }
        catch (ProtocolException problem)
        {
            throw Break(asked, AnswerFault.Invalid(asked, problem.Message), line);
        }
    }

    /// <summary>Says something that needs no answer to somebody who may not listen any more.</summary>
    public void Tell(ReadOnlyMemory<byte> request, TimeSpan allowed)
    {
        try
        {
            link.Wire.Write(request, Deadline.In(allowed));
        }
        catch (IOException)
        {
            // It has ended before it was told to.
        }
    }

    /// <summary>Ends the adapter, and makes the fault with all the evidence there is.</summary>
    public HostingException Break(PendingRequest asked, AdapterFault fault, ReadOnlySpan<byte> line)
    {
        // Of several clients the first tells what is wrong: the others only see that the adapter was ended.
        lock (breaking)
        {
            return broken ??= Ended(asked, fault, line);
        }
    }

    private HostingException Ended(PendingRequest asked, AdapterFault fault, ReadOnlySpan<byte> line)
    {
        // What is missing was told on purpose, in a sentence with the remedy: the line would be the same again.
        var received = line.IsEmpty || fault.Kind == HostingFault.BackendMissing ? null : Excerpt.Of(line);
        if (options.Interrupted.IsCancellationRequested)
        {
            // Whatever it looks like: perhaps the same key press has ended the adapter.
            link.Kill(TimeSpan.Zero);
            return AdapterClient.Interruption();
        }

        return new HostingException(
            fault.Kind,
            fault.Text,
            fault.EffectUnknown ?? asked.Method.ChangesServer(),
            received,
            link.Kill(fault.IsOrderly ? Farewell : TimeSpan.Zero));
    }

    // What cannot be read here is taken apart afterwards, where it is found out what is wrong with it.
    private static bool TryRead<T>(
        ReadOnlySpan<byte> result, ReadAnswer<T> read, [MaybeNullWhen(false)] out T answer)
    {
        answer = default;
        try
        {
            answer = result.IsEmpty ? default : read(result);
            return !result.IsEmpty;
        }
        catch (Exception problem) when (problem is JsonException or ProtocolException)
        {
            return false;
        }
    }

    /// <summary>Sends a request.</summary>
    /// <exception cref="HostingException">The adapter did not take it. It has been ended.</exception>
    public void Send(PendingRequest asked, ReadOnlyMemory<byte> request, Deadline until)
    {
        if (request.Length > ProtocolVersion.MaximumLine)
        {
            throw Break(asked, LineFault.RequestTooLong(asked, request.Length), default);
        }

        try
        {
            if (!link.Wire.Write(request, until))
            {
                throw link.HasEnded
                    ? Gone(asked)
                    : Break(asked, SilenceFault.NeverAnswered(asked, link.HowItIsGivenUp), lines.Rest);
            }
        }
        catch (IOException)
        {
            throw Gone(asked);
        }
    }

    /// <summary>Ends the adapter, since a request was not answered in time.</summary>
    public HostingException Silent(PendingRequest asked) =>
        Break(asked, SilenceFault.NeverAnswered(asked, link.HowItIsGivenUp), default);

    private HostingException Gone(PendingRequest asked) =>
        Silence(asked, SilenceFault.GoneBefore(asked, HowItEnded("input"), link.WhereItLogs));

    /// <summary>Waits for a line.</summary>
    /// <exception cref="HostingException">There was none. The adapter has been ended.</exception>
    public ReadOnlySpan<byte> Receive(PendingRequest asked, Deadline until)
    {
        var result = LineResult.EndOfInput;
        ReadOnlySpan<byte> line = default;
        try
        {
            result = lines.Read(until, out line);
        }
        catch (IOException)
        {
            // The same as the end of input, in the words of a socket.
        }

        return result switch
        {
            LineResult.Line => line,
            LineResult.TimedOut when link.HasEnded =>
                throw Silence(asked, SilenceFault.EndedBehindAnother(
                    asked, HowItEnded("output"), link.WhereItLogs)),
            LineResult.TimedOut => throw Silence(asked, SilenceFault.NeverAnswered(asked, link.HowItIsGivenUp)),
            LineResult.TooLong => throw Break(asked, LineFault.TooLong(asked), lines.Rest),
            _ => throw Silence(asked, SilenceFault.Ended(
                asked, HowItEnded("output"), lines.Rest, link.WhereItLogs)),
        };
    }

    private void Check(PendingRequest asked, Envelope envelope, ReadOnlySpan<byte> line, ReadOnlySpan<byte> request)
    {
        if (!envelope.Method.IsEmpty || !envelope.Params.IsEmpty)
        {
            throw Break(asked, AnswerFault.UnsolicitedMessage(asked, Excerpt.Of(envelope.Method)), line);
        }

        if (envelope.Result.IsEmpty == envelope.Error.IsEmpty)
        {
            throw new ProtocolException("it has neither or both of \"result\" and \"error\"");
        }

        // Whoever could not read a request does not know its id.
        var unread = envelope.Id.SequenceEqual("null"u8) && !envelope.Error.IsEmpty;
        if (!unread && (envelope.Id.IsEmpty || JsonValue.Integer(envelope.Id, "id") != asked.Id))
        {
            throw Break(asked, AnswerFault.WrongId(asked, Excerpt.Of(envelope.Id)), line);
        }

        if (!envelope.Error.IsEmpty)
        {
            throw Break(asked, AnswerFault.Error(asked, AdapterError.Read(envelope.Error), request), line);
        }
    }

    private HostingException Silence(PendingRequest asked, AdapterFault fault) =>
        Break(asked, fault, lines.Rest);

    private string HowItEnded(string closed) => link.HowItEnded(closed, options.Scaled(options.EndDeadline));
}
