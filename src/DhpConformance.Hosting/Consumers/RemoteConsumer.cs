using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Hosting.Protocol;
using DhpConformance.Hosting.Transports;

namespace DhpConformance.Hosting.OutOfProcess;

/// <summary>
/// A consumer in another process. While it handles an event it may write calls, each of which is answered before the
/// next one; an event may come inside a call. A process that ends in an event has met its bug check.
/// </summary>
internal sealed class RemoteConsumer(Func<IAdapterLink> open, HostingOptions options) : IConsumerUnderTest
{
    private const int Shown = 200;
    private const long InvalidRequest = -32600;
    private const long NoMethod = -32601;
    private const long InvalidParameters = -32602;
    private const string MaybeServer = "It may be the adapter of a server: leave out --role consumer then.";

    private IAdapterLink? link;
    private LineReader? lines;
    private ConsumerDescription? description;
    private bool fresh;
    private long requests;

    /// <inheritdoc/>
    public ConsumerDescription Describe()
    {
        Connect();
        return description!;
    }

    /// <inheritdoc/>
    public ConsumerAnswer On(ConsumerEvent happening, IOperatingSystem system)
    {
        if (happening is LoadEvent)
        {
            Connect();
            Reset();
        }
        else if (link is null)
        {
            throw new ConsumerFaultException("The consumer has ended; a case begins with a load.");
        }

        var allowed = options.Scaled(options.RequestDeadline);
        var id = ++requests;
        fresh = false;
        if (!Send(ConsumerMessage.Event(id, (long)allowed.TotalMilliseconds, happening), allowed))
        {
            return Ended("event");
        }

        return Converse(id, "event", allowed, system) is { } result
            ? Read(result, ConsumerJson.Default.ConsumerAnswer, "an answer to an event")
            : Ended("event");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (link is { } running)
        {
            var allowed = options.Scaled(options.EndDeadline);
            Send(ConsumerMessage.Plain(++requests, "shutdown", (long)allowed.TotalMilliseconds), allowed);
            foreach (var warning in running.End(allowed))
            {
                options.Warned?.Invoke(warning);
            }
        }

        Abandon();
    }

    private void Connect()
    {
        if (link is not null)
        {
            return;
        }

        link = open();
        lines = new LineReader(link.Wire);
        var result = Ask("initialize", options.Scaled(options.StartDeadline), ConsumerMessage.Initialize);
        var handshake = result.ValueKind == JsonValueKind.Object
            && result.TryGetProperty("protocolVersion", out var version) && version.ValueEquals(ConsumerMessage.Version)
            && result.TryGetProperty("consumer", out var consumer)
                ? consumer
                : throw Misfit(result);
        var now = Read(handshake, ConsumerJson.Default.ConsumerDescription, "a consumer");
        if (description is not null && !Same(description, now))
        {
            throw Broken("The adapter was started again and describes itself differently; say the same every time.");
        }

        description = now;
        fresh = true;
    }

    private static bool Same(ConsumerDescription one, ConsumerDescription other) =>
        one with { Traits = [] } == (other with { Traits = [] }) && one.Traits.SequenceEqual(other.Traits);

    private void Reset()
    {
        if (!fresh)
        {
            Ask("reset", options.Scaled(options.ResetDeadline), (id, ms) => ConsumerMessage.Plain(id, "reset", ms));
        }
    }

    private JsonElement Ask(string method, TimeSpan allowed, Func<long, long, ReadOnlyMemory<byte>> request)
    {
        var id = ++requests;
        if (Send(request(id, (long)allowed.TotalMilliseconds), allowed)
            && Converse(id, method, allowed, null) is { } result)
        {
            return result;
        }

        var how = link!.HowItEnded("output", options.Scaled(options.EndDeadline));
        throw Broken($"The adapter {how} before it answered '{method}'. {link.WhereItLogs}");
    }

    // Null if the adapter has ended.
    private JsonElement? Converse(long id, string method, TimeSpan allowed, IOperatingSystem? system)
    {
        while (true)
        {
            if (Receive(method, allowed) is not { } message)
            {
                return null;
            }

            if (message.TryGetProperty("method", out var called))
            {
                Answer(message, called, method, allowed, system);
            }
            else if (message.TryGetProperty("error", out var error))
            {
                throw Reported(method, error);
            }
            else if (message.TryGetProperty("result", out var result) && IdOf(message) == id)
            {
                return result;
            }
            else
            {
                throw Broken($"The adapter did not answer request {id} but wrote {Cut(message.GetRawText())}.");
            }
        }
    }

    private void Answer(
        JsonElement message, JsonElement called, string method, TimeSpan allowed, IOperatingSystem? system)
    {
        if (system is null)
        {
            throw Broken($"The adapter made a call while it was asked for '{method}'; call only in an event.");
        }

        if (!called.ValueEquals("call") || !message.TryGetProperty("params", out var call)
            || IdOf(message) is not { } id)
        {
            throw Broken($"The adapter wrote {Cut(message.GetRawText())}, which is no call: it needs \"id\", "
                + "\"method\":\"call\" and \"params\".");
        }

        var answer = system.Call(Read(call, ConsumerJson.Default.SystemCall, "a call"));
        Send(ConsumerMessage.Answer(id, answer), allowed);
    }

    private JsonElement? Receive(string method, TimeSpan allowed)
    {
        var result = LineResult.EndOfInput;
        ReadOnlySpan<byte> line = default;
        try
        {
            result = lines!.Read(Deadline.In(allowed, options.Interrupted), out line);
        }
        catch (IOException)
        {
            // The same as the end of input.
        }

        switch (result)
        {
            case LineResult.Line:
                return Parse(line, method);
            case LineResult.TimedOut when options.Interrupted.IsCancellationRequested:
                Abandon();
                throw new OperationCanceledException();
            case LineResult.TimedOut:
                throw Broken($"The adapter did not answer '{method}', nor call, within {allowed.TotalSeconds:0.#} s. "
                    + "It may hang, or keep its output in a buffer: flush after every line.");
            case LineResult.TooLong:
                throw Broken($"The adapter wrote a line of more than {ProtocolVersion.MaximumLine} bytes.");
            default:
                return null;
        }
    }

    private JsonElement Parse(ReadOnlySpan<byte> line, string method)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            var element = JsonElement.ParseValue(ref reader);
            return element.ValueKind == JsonValueKind.Object ? element : throw new JsonException("It is no object.");
        }
        catch (JsonException)
        {
            throw Broken($"The adapter answered '{method}' with a line that is not a message: «{Excerpt.Of(line)}». "
                + "Standard output belongs to the protocol; log to standard error.");
        }
    }

    private T Read<T>(JsonElement json, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type, string what)
    {
        try
        {
            return json.Deserialize(type) ?? throw new JsonException("It is null.");
        }
        catch (Exception problem) when (JsonMisfit.Is(problem))
        {
            throw Broken($"The adapter wrote {Cut(json.GetRawText())}, which is not {what}: "
                + $"{JsonMisfit.Of(problem)}.");
        }
    }

    private bool Send(ReadOnlyMemory<byte> line, TimeSpan allowed)
    {
        try
        {
            return link!.Wire.Write(line, Deadline.In(allowed, options.Interrupted));
        }
        catch (IOException)
        {
            return false;
        }
    }

    private ConsumerAnswer Ended(string method)
    {
        var how = link!.HowItEnded("output", options.Scaled(options.EndDeadline));
        var log = link.Kill(TimeSpan.Zero);
        Abandon();
        return ConsumerAnswer.Unsuccessful with
        {
            BugCheck = $"The process {how} before it answered '{method}'."
                + (log is null ? "" : $" Standard error ends: {Cut(log.ReplaceLineEndings(" ").Trim())}"),
        };
    }

    private ConsumerFaultException Broken(string message)
    {
        var log = link?.Kill(TimeSpan.Zero);
        Abandon();
        return new(message + (log is null ? "" : $" Standard error ends: {Cut(log.ReplaceLineEndings(" ").Trim())}"));
    }

    private Exception Misfit(JsonElement result) => IsOfServer(result)
        ? NoConsumer("The adapter answered 'initialize' as a server does.")
        : Broken($"The adapter answered 'initialize' without \"protocolVersion\":\"{ConsumerMessage.Version}\" and "
            + $"\"consumer\". {MaybeServer}");

    private Exception Reported(string method, JsonElement error)
    {
        var report = $"The adapter reports that it could not carry out '{method}': {Cut(error.GetRawText())}";
        return method != "initialize" ? Broken(report)
            : CodeOf(error) is InvalidRequest or NoMethod or InvalidParameters ? NoConsumer(report + ".")
            : Broken($"{report}. {MaybeServer}");
    }

    // It understood the message, and does not know what a consumer is asked: that is the user's to correct.
    private HostingException NoConsumer(string message)
    {
        Broken(message);
        return new HostingException(HostingFault.InvalidClaims, $"{message} {MaybeServer}");
    }

    private void Abandon()
    {
        link?.Dispose();
        (link, lines) = (null, null);
    }

    private static bool IsOfServer(JsonElement result) => result.ValueKind == JsonValueKind.Object
        && result.TryGetProperty("implementation", out _) && !result.TryGetProperty("consumer", out _);

    private static long? IdOf(JsonElement message) => Number(message, "id");

    private static long? CodeOf(JsonElement error) =>
        error.ValueKind == JsonValueKind.Object ? Number(error, "code") : null;

    private static long? Number(JsonElement json, string member) =>
        json.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetInt64(out var number)
            ? number
            : null;

    private static string Cut(string text) => text.Length <= Shown ? text : $"...{text[^Shown..]}";
}
