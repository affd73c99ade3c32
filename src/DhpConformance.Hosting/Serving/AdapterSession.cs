using System.Text.Json;
using DhpConformance.Hosting.Protocol;

namespace DhpConformance.Hosting.Serving;

/// <summary>Answers one request after another on behalf of a server.</summary>
internal sealed class AdapterSession(GuardedServer server, bool restartPerReset) : IDisposable
{
    private readonly ResponseWriter writer = new();
    private bool initialized;
    private bool reset;

    /// <summary>Whether nothing more will be answered.</summary>
    public bool IsOver { get; private set; }

    public void Dispose() => writer.Dispose();

    /// <summary>The answer to a line, as a line.</summary>
    public ReadOnlyMemory<byte> Answer(ReadOnlySpan<byte> line)
    {
        long? id = null;
        try
        {
            var envelope = Envelope.Read(line);
            id = JsonValue.Count(envelope.Id, "id");
            return MethodNames.Parse(envelope.Method) is { } method
                ? Carry(id.Value, new Request(envelope, method))
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
        return writer.Error(
            null, ErrorCode.ParseError, $"The line has more than {ProtocolVersion.MaximumLine} bytes.");
    }

    private ReadOnlyMemory<byte> Carry(long id, in Request request)
    {
        try
        {
            var answer = Dispatch(id, request);
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

    private ReadOnlyMemory<byte> Dispatch(long id, in Request request)
    {
        switch (request.Method)
        {
            case Method.Initialize when initialized:
                return writer.Error(id, ErrorCode.OutOfTurn, "'initialize' was already answered.");
            case Method.Initialize:
                return Initialize(id, request);
            case not Method.Initialize when !initialized:
                return writer.Error(id, ErrorCode.OutOfTurn, "The first request is 'initialize'.");
            case Method.Shutdown:
                request.NoArguments();
                IsOver = true;
                return writer.Empty(id);
            case Method.Reset:
                var setup = request.Setup();
                reset = false;
                server.Reset(setup);
                reset = true;
                return writer.Empty(id);
            case Method.Apply or Method.Observe when !reset:
                return writer.Error(id, ErrorCode.OutOfTurn, "A successful 'reset' comes first.");
            case Method.Apply:
                return writer.Outcome(id, server.Apply(request.Operation()));
            default:
                request.NoArguments();
                return writer.Observation(id, server.Observe());
        }
    }

    private ReadOnlyMemory<byte> Initialize(long id, in Request request)
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
