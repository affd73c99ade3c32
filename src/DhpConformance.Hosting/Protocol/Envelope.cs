using System.Text.Json;

namespace DhpConformance.Hosting.Protocol;

/// <summary>A JSON-RPC message with its parts still unread; a part that is missing is empty.</summary>
internal readonly ref struct Envelope
{
    private static readonly ObjectShape Shape = new(["jsonrpc"], "id", "method", "params", "result", "error");

    private Envelope(ReadOnlySpan<byte> line, scoped ReadOnlySpan<Range> parts)
    {
        Id = line[parts[1]];
        Method = line[parts[2]];
        Params = line[parts[3]];
        Result = line[parts[4]];
        Error = line[parts[5]];
    }

    public ReadOnlySpan<byte> Id { get; }

    public ReadOnlySpan<byte> Method { get; }

    public ReadOnlySpan<byte> Params { get; }

    public ReadOnlySpan<byte> Result { get; }

    public ReadOnlySpan<byte> Error { get; }

    /// <summary>Takes a line apart.</summary>
    /// <exception cref="JsonException">It is not JSON.</exception>
    /// <exception cref="ProtocolException">It is not a JSON-RPC 2.0 message.</exception>
    public static Envelope Read(ReadOnlySpan<byte> line)
    {
        Span<Range> parts = stackalloc Range[6];
        Shape.Read(line, parts);
        return line[parts[0]].SequenceEqual("\"2.0\""u8)
            ? new Envelope(line, parts)
            : throw new ProtocolException($"\"jsonrpc\" is {Excerpt.Of(line[parts[0]])} and not \"2.0\"");
    }
}
