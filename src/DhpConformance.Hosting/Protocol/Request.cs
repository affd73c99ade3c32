using System.Text.Json;
using DhpConformance.Abstractions;

namespace DhpConformance.Hosting.Protocol;

/// <summary>What the suite asks, as an adapter reads it. Arguments are read when they are asked for.</summary>
internal readonly ref struct Request
{
    private static readonly ObjectShape Initializing = new(["deadlineMs", "protocolVersions", "suite"]);
    private static readonly ObjectShape Resetting = new(["deadlineMs", "setup"]);
    private static readonly ObjectShape Applying = new(["deadlineMs", "operation"]);
    private static readonly ObjectShape Plain = new(["deadlineMs"]);

    private readonly ReadOnlySpan<byte> arguments;

    public Request(in Envelope envelope, Method method)
    {
        Method = method;
        arguments = envelope.Params;
    }

    public Method Method { get; }

    /// <summary>Whether this library's version is among those that the suite speaks.</summary>
    public bool OffersCurrentVersion()
    {
        Span<Range> parts = stackalloc Range[3];
        var versions = new Utf8JsonReader(Part(Initializing, parts, 1));
        var offered = false;
        while (versions.Read())
        {
            offered |= versions.TokenType == JsonTokenType.String && versions.ValueTextEquals(ProtocolVersion.Current);
        }

        return offered;
    }

    public ServerSetup Setup()
    {
        Span<Range> parts = stackalloc Range[2];
        return JsonValue.Vocabulary(Part(Resetting, parts, 1), VocabularyJson.Default.ServerSetup);
    }

    public Operation Operation()
    {
        Span<Range> parts = stackalloc Range[2];
        return JsonValue.Vocabulary(Part(Applying, parts, 1), VocabularyJson.Default.Operation);
    }

    /// <summary>Makes sure that there are no arguments where there should be none.</summary>
    public void NoArguments()
    {
        Span<Range> parts = stackalloc Range[1];
        Part(Plain, parts, 0);
    }

    private ReadOnlySpan<byte> Part(ObjectShape shape, Span<Range> parts, int index)
    {
        if (arguments.IsEmpty)
        {
            throw new ProtocolException("the member \"params\" is missing");
        }

        shape.Read(arguments, parts);
        var deadline = JsonValue.Integer(arguments[parts[0]], "deadlineMs");
        return deadline > 0
            ? arguments[parts[index]]
            : throw new ProtocolException($"\"deadlineMs\" is {deadline}, and must be more than 0");
    }
}
