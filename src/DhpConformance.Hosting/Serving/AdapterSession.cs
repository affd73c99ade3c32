using System.Collections.Concurrent;
using System.Text.Json;
using DhpConformance.Abstractions;
using DhpConformance.Hosting.Protocol;

namespace DhpConformance.Hosting.Serving;

/// <summary>
/// Answers requests on behalf of a server: one after another, but for those of several clients, which may be answered
/// on several threads.
/// </summary>
/// <param name="server">The server.</param>
/// <param name="restartPerReset">Whether it can be reset only once.</param>
/// <param name="sessions">What other connections join; null if there are none.</param>
internal sealed class AdapterSession(GuardedServer server, bool restartPerReset, OpenSessions? sessions = null)
    : IDisposable
{
    private readonly ResponseWriter own = new();
    private readonly ConcurrentDictionary<int, GuardedServer> clients = [];
    private bool initialized;
    private bool reset;
    private string? session;
    private int underWay;

    /// <summary>Whether nothing more will be answered.</summary>
    public bool IsOver { get; private set; }

    public void Dispose()
    {
        LeaveSession();
        own.Dispose();
    }

    /// <summary>
    /// Which client a line is from; null if it names none, or is no request that can be carried out. Lets a client
    /// join that asks for the first time.
    /// </summary>
    public int? ClientOf(ReadOnlySpan<byte> line)
    {
        if (!reset || line.IndexOf("\"client\""u8) < 0)
        {
            return null;
        }

        try
        {
            var envelope = Envelope.Read(line);
            var client = MethodNames.Parse(envelope.Method) is { } method and (Method.Apply or Method.Observe)
                ? new Request(envelope, method).Client()
                : null;
            Server(client);
            return client;
        }
        catch (Exception problem) when (problem is JsonException or ProtocolException or BrokenServerException)
        {
            // Whoever answers it says what is wrong.
            return null;
        }
    }

    /// <summary>A request of one of several clients is under way, until <see cref="End"/>.</summary>
    public void Begin() => Interlocked.Increment(ref underWay);

    /// <summary>A request of one of several clients is not under way any more.</summary>
    public void End() => Interlocked.Decrement(ref underWay);

    /// <summary>The answer to a line, as a line.</summary>
    public ReadOnlyMemory<byte> Answer(ReadOnlySpan<byte> line) => Answer(line, own);

    /// <summary>The answer to a line, as a line, written in memory of its own.</summary>
    public ReadOnlyMemory<byte> Answer(ReadOnlySpan<byte> line, ResponseWriter writer)
    {
        long? id = null;
        try
        {
            var envelope = Envelope.Read(line);
            id = JsonValue.Count(envelope.Id, "id");
            return MethodNames.Parse(envelope.Method) is { } method
                ? Carry(id.Value, new Request(envelope, method), writer)
                : writer.Error(id, ErrorCode.MethodNotFound, $"There is no method {Excerpt.Of(envelope.Method)}.");
        }
        catch (JsonException problem)
        {
            return writer.Error(null, ErrorCode.ParseError, $"The line cannot be read: {NotJson.From(problem)}.");
        }
        catch (ProtocolException problem)
        {
            return writer.Error(id, id is null ? ErrorCode.InvalidRequest : ErrorCode.InvalidParams, problem.Message);
        }
    }

    /// <summary>The answer to a line that is too long to be read. Nothing after it can be understood.</summary>
    public ReadOnlyMemory<byte> RefuseLongLine()
    {
        IsOver = true;
        return own.Error(
            null, ErrorCode.ParseError, $"The line has more than {ProtocolVersion.MaximumLine} bytes.");
    }

    private ReadOnlyMemory<byte> Carry(long id, in Request request, ResponseWriter writer)
    {
        try
        {
            var answer = Dispatch(id, request, writer);
            return answer.Length <= ProtocolVersion.MaximumLine
                ? answer
                : writer.Error(
                id, ErrorCode.InternalError, $"The answer has {answer.Length} bytes, too many for a line.");
        }
        catch (BrokenServerException problem)
        {
            Console.Error.Write(problem.Log);
            return writer.Error(id, problem.CodeFor(request.Method), problem.Message);
        }
        catch (Exception problem) when (problem is not JsonException and not ProtocolException)
        {
            // Such as a list that was never set, which cannot be written.
            Console.Error.WriteLine(problem);
            return writer.Error(id, ErrorCode.InternalError, $"The answer cannot be written: {problem.Message}");
        }
    }

    private ReadOnlyMemory<byte> Dispatch(long id, in Request request, ResponseWriter writer)
    {
        switch (request.Method)
        {
            case Method.Initialize when initialized:
                return writer.Error(id, ErrorCode.OutOfTurn, "'initialize' was already answered.");
            case Method.Initialize:
                return Initialize(id, request, writer);
            case not Method.Initialize when !initialized:
                return writer.Error(id, ErrorCode.OutOfTurn, "The first request is 'initialize'.");
            case Method.Shutdown:
                request.NoArguments();
                IsOver = true;
                return writer.Empty(id);
            case Method.Join:
                var (joined, client) = request.Joined();
                return Join(id, joined, client, writer);
            case Method.Reset when Volatile.Read(ref underWay) > 0:
                return writer.Error(id, ErrorCode.OutOfTurn, "A request of another client is under way.");
            case Method.Reset:
                return writer.Reset(id, Reset(request.Setup()));
            case Method.Apply or Method.Observe when !reset:
                return writer.Error(id, ErrorCode.OutOfTurn, "A successful 'reset' comes first.");
            case Method.Apply:
                var operation = request.Operation();
                return writer.Outcome(id, Server(request.Client()).Apply(operation));
            default:
                return writer.Observation(id, Server(request.Client()).Observe());
        }
    }

    private ReadOnlyMemory<byte> Join(long id, string other, int client, ResponseWriter writer)
    {
        if (sessions?.Join(other, client) is not { } joined)
        {
            return writer.Error(id, ErrorCode.OutOfTurn, "There is no such session; 'reset' answers which there is.");
        }

        LeaveSession();
        clients[0] = joined;
        reset = true;
        return writer.Empty(id);
    }

    // What further connections may join; null if they cannot.
    private string? Reset(ServerSetup setup)
    {
        reset = false;
        LeaveSession();
        server.Reset(setup);
        reset = true;
        return session = server.IsConcurrent ? sessions?.Open(server) : null;
    }

    private void LeaveSession()
    {
        if (session is not null)
        {
            sessions?.Close(session);
        }

        session = null;
        foreach (var client in clients.Values)
        {
            client.Dispose();
        }

        clients.Clear();
    }

    private GuardedServer Server(int? client) => client switch
    {
        null or 0 => clients.GetValueOrDefault(0, server),
        { } number => clients.GetOrAdd(number, server.Connect),
    };

    private ReadOnlyMemory<byte> Initialize(long id, in Request request, ResponseWriter writer)
    {
        if (request.CommonVersion() is not { } version)
        {
            return writer.Error(id, ErrorCode.UnsupportedVersion, "There is no protocol version in common.");
        }

        var answer = writer.Handshake(id, version, server.Describe(), restartPerReset);
        initialized = true;
        return answer;
    }
}
